// npm run content:lint: what is wrong with the content, before a build, with file, line and what to do.
//   --fix        mends what needs nobody's judgement, and says what it mended
//   --external   asks other sites too whether their pages are there
//   --strict     warnings fail as well (but not what only time has brought)
//   --json       one object on stdout, for programs
//   --since REF  a commit, branch or tag whose articles readers know: what went since needs a redirect
// Exit code 1: something is to be mended. 2: it could not be looked at.
import "./closed-pipe.ts";
import process from "node:process";
import { parseArgs } from "node:util";
import { readSettings } from "#server/core/config.ts";
import { fail } from "./fail.ts";
import { lint } from "./lint/lint.ts";
import { judge, tellFindings, toJson } from "./lint/tell-findings.ts";

const flag = { type: "boolean", default: false } as const;

try {
  const { values } = parseArgs({
    options: { fix: flag, external: flag, strict: flag, json: flag, since: { type: "string" } },
  });
  const { contentDir, buildsDir } = readSettings();
  const linted = await lint({ contentDir, buildsDir, now: new Date(), since: values.since }, values);
  process.stdout.write(`${values.json ? toJson(linted, values) : tellFindings(linted)}\n`);
  process.exitCode = judge(linted, values).failed ? 1 : 0;
} catch (error) {
  fail(error, 2);
}
