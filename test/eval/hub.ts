/* oxlint-disable no-console -- a command that prints its findings */
/**
 * npm run eval:hub -- DIR… --json FILE --hold: builds a hub's content (that of the settings, or of each DIR), asks it the
 * writers' questions without a model, and says how many are answered as the writers say. Fails where the goal is missed,
 * with --hold also where our own content does worse than before.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { idOf } from "#content/questions.ts";
import { askBuild } from "../../scripts/questions/ask-build.ts";
import type { Judged } from "../../scripts/questions/judge-answer.ts";
import { tellMisses } from "../../scripts/questions/tell-misses.ts";
import { readSettings } from "#server/core/config.ts";
import { askPlainly } from "./support/ask-plainly.ts";
import { measureHub, tellFall, tellShortfall } from "./support/measure-hub.ts";
import { HALVES, halfOf } from "./support/halves.ts";
import { createReport, type Row } from "./support/report.ts";

const BUILD = path.resolve(import.meta.dirname, "../../scripts/build.mjs");

type Folders = { contentDir: string; buildsDir: string };

/** The build of a content, made where it is not there. */
function buildHub({ contentDir, buildsDir }: Folders): string {
  const env = { ...process.env, CONTENT_DIR: contentDir, BUILDS_DIR: buildsDir };
  const { status, stderr } = spawnSync(process.execPath, [BUILD], {
    env,
    stdio: ["ignore", "inherit", "pipe"],
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${contentDir} cannot be built:\n${stderr}`);
  const name = readFileSync(path.join(buildsDir, "current"), "utf8").trim();
  return path.join(buildsDir, name);
}

const measure = (set: string, engine: string, judged: Judged[]): Row[] =>
  [...HALVES, "both"].map((half) => {
    const asked = judged.filter(({ question }) => half === "both" || halfOf(idOf(question)) === half);
    return { set, engine, half, ...measureHub(asked) };
  });

const options = { json: { type: "string" }, hold: { type: "boolean" } } as const;
const { positionals, values } = parseArgs({ allowPositionals: true, options });
const spare = mkdtempSync(path.join(tmpdir(), "handrail-eval-"));
const hubs: Folders[] =
  positionals.length > 0
    ? positionals.map((dir, index) => ({ contentDir: path.resolve(dir), buildsDir: path.join(spare, String(index)) }))
    : [readSettings()];

const tables = createReport(values.json);
for (const hub of hubs) {
  const build = buildHub(hub);
  const asked = await askBuild(hub.contentDir, build);
  const { judged } = asked;
  const plain = await askBuild(hub.contentDir, build, askPlainly);
  const set = path.basename(hub.contentDir);
  console.log(tellMisses(asked));
  tables.report(`${judged.length} questions in ${asked.file}`, [
    ...measure(set, "handrail", judged),
    ...measure(set, "fts5", plain.judged),
  ]);
  const missed = values.hold ? tellFall(judged) : tellShortfall(judged);
  console.log(`\n${missed ?? "The goal is reached."}`);
  if (missed) process.exitCode = 1;
}
tables.finish();
rmSync(spare, { recursive: true });
