/* oxlint-disable no-console -- a command that prints its findings */
/**
 * npm run eval:hub -- DIR… --json FILE --hold: builds a hub's content (that of the settings, or of each DIR), asks it the
 * writers' questions without a model, and says how many are answered as the writers say. --hold fails below the goal.
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
import { measureHub, tellShortfall } from "./support/measure-hub.ts";
import { HALVES, halfOf } from "./support/halves.ts";
import { createReport } from "./support/report.ts";

const BUILD = path.resolve(import.meta.dirname, "../../scripts/build.mjs");

type Folders = { contentDir: string; buildsDir: string };

async function askHub({ contentDir, buildsDir }: Folders): Promise<Judged[]> {
  const env = { ...process.env, CONTENT_DIR: contentDir, BUILDS_DIR: buildsDir };
  const { status } = spawnSync(process.execPath, [BUILD], { env, stdio: ["ignore", "inherit", "ignore"] });
  if (status !== 0) throw new Error(`${contentDir} cannot be built: see npm run build.`);
  const name = readFileSync(path.join(buildsDir, "current"), "utf8").trim();
  const asked = await askBuild(contentDir, path.join(buildsDir, name));
  if (asked.judged.length === 0) console.log(`${asked.file} has no questions, or is not there.`);
  console.log(tellMisses(asked));
  return asked.judged;
}

const options = { json: { type: "string" }, hold: { type: "boolean" } } as const;
const { positionals, values } = parseArgs({ allowPositionals: true, options });
const spare = mkdtempSync(path.join(tmpdir(), "handrail-eval-"));
const hubs: Folders[] =
  positionals.length > 0
    ? positionals.map((dir, index) => ({ contentDir: path.resolve(dir), buildsDir: path.join(spare, String(index)) }))
    : [readSettings()];

const { report, finish } = createReport(values.json);
for (const hub of hubs) {
  const judged = await askHub(hub);
  const halves = HALVES.map((half) => ({
    half,
    asked: judged.filter(({ question }) => halfOf(idOf(question)) === half),
  }));
  const rows = [...halves, { half: "both", asked: judged }].map(({ half, asked }) => ({
    set: path.basename(hub.contentDir),
    engine: "handrail",
    half,
    ...measureHub(asked),
  }));
  report(`${judged.length} questions to ${hub.contentDir}`, rows);
  const shortfall = tellShortfall(judged);
  console.log(shortfall ? `\n${shortfall}` : "\nThe goal is reached.");
  if (shortfall && values.hold) process.exitCode = 1;
}
finish();
rmSync(spare, { recursive: true });
