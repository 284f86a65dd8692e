/**
 * npm run bench:site: what building a hub takes, beside Starlight on the same articles in the same run, and what an article
 * weighs on each. Exits 1 over a goal.
 *   -- --pairs 3          builds of each, one after the other
 *   -- --sizes own,1000   instead of own,1000,3000
 *   -- --ten-thousand     builds 10,000 articles too, ours alone
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import type { Measured } from "./measure-tree.ts";
import { openBrowser } from "./open-browser.ts";
import { ourSite, starlightSite, type Site } from "./site-builds.ts";
import { SEARCH_HEAD, searchSites } from "./site-search.ts";
import { WEIGHT_HEAD, weighSites } from "./site-weight.ts";

/** Ours, of Starlight's. */
const GOALS = { seconds: 0.8, megabytes: 1 };
const MANY = 10_000;
const SEARCHED = 1000;

const { values } = parseArgs({
  options: {
    pairs: { type: "string", default: "3" },
    sizes: { type: "string", default: "own,1000,3000" },
    "ten-thousand": { type: "boolean", default: false },
  },
});
const sizes = values.sizes.split(",").map((size) => (size === "own" ? null : Number(size)));
const say = (line: string) => process.stdout.write(`${line}\n`);
const faults: string[] = [];
const middle = (figures: number[]): number => figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;
const middleOf = (runs: Measured[]): Measured => ({
  seconds: middle(runs.map(({ seconds }) => seconds)),
  megabytes: middle(runs.map(({ megabytes }) => megabytes)),
});

/** One of ours, one of theirs, and again: what else the machine does meanwhile falls on both. */
async function buildInTurn(ours: Site, theirs: Site, many: number | null): Promise<[Measured, Measured]> {
  const [own, other]: [Measured[], Measured[]] = [[], []];
  ours.fill(many);
  for (let pair = 0; pair < Number(values.pairs); pair++) {
    own.push(await ours.build());
    if (pair === 0) theirs.fill(many);
    other.push(await theirs.build());
  }
  return [middleOf(own), middleOf(other)];
}

function tell(many: number | null, own: Measured, other: Measured): void {
  const name = many === null ? "this hub's own" : many.toLocaleString("en");
  const [time, memory] = [own.seconds / other.seconds, own.megabytes / other.megabytes];
  const each = many === null ? "" : ((own.seconds / many) * 1000).toFixed(1);
  const row = [name, own.seconds.toFixed(1), other.seconds.toFixed(1), time.toFixed(2), each];
  say(`| ${[...row, own.megabytes.toFixed(0), other.megabytes.toFixed(0), memory.toFixed(2)].join(" | ")} |`);
  if (time > GOALS.seconds) faults.push(`${name}: ${time.toFixed(2)} of the time, at most ${GOALS.seconds}`);
  if (memory > GOALS.megabytes) faults.push(`${name}: ${memory.toFixed(2)} of the memory, at most ${GOALS.megabytes}`);
}

const browser = await openBrowser();
const folder = mkdtempSync(path.join(tmpdir(), "handrail-site-"));
try {
  const ours = ourSite(path.join(folder, "ours"));
  const theirs = await starlightSite(ours);
  const perArticle = new Map<number | null, number>();
  const [weighed, searched]: [string[], string[]] = [[], []];
  say("| articles | ours, s | Starlight, s | ratio | ours, ms an article | ours, MB | Starlight, MB | ratio |");
  say("| --- | --- | --- | --- | --- | --- | --- | --- |");
  for (const many of sizes) {
    const [own, other] = await buildInTurn(ours, theirs, many);
    tell(many, own, other);
    perArticle.set(many, own.seconds / (many ?? 1));
    const { rows, faults: heavy } = await weighSites({ browser, ours, theirs, many });
    weighed.push(...rows);
    faults.push(...heavy);
    if (many !== SEARCHED) continue;
    const { rows: found, faults: slow } = await searchSites(browser, ours, theirs, many);
    searched.push(...found);
    faults.push(...slow);
  }
  if ((perArticle.get(3000) ?? 0) > (perArticle.get(1000) ?? Infinity))
    faults.push("an article takes longer to build at 3,000 than at 1,000");
  if (values["ten-thousand"]) {
    ours.fill(MANY);
    const { seconds, megabytes } = await ours.build();
    say(
      `| ${MANY.toLocaleString("en")} | ${seconds.toFixed(1)} | | | ${((seconds / MANY) * 1000).toFixed(1)} | ${megabytes.toFixed(0)} | | |`,
    );
  }
  say(`\n${WEIGHT_HEAD}`);
  weighed.forEach(say);
  if (searched.length > 0) say(`\n${[SEARCH_HEAD, ...searched].join("\n")}`);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
for (const fault of faults) say(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
