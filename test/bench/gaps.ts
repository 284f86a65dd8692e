/* oxlint-disable no-console -- a command that prints its findings */
/**
 * npm run bench:gaps -- --questions 100000: seeds so many recorded questions, puts them into gaps, and says how long the
 * desk's list, its filters and a gap take meanwhile. In a new SQLite file, or in the empty database that DATABASE_URL names.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { loadHub } from "#content/hub.ts";
import { openDatabase } from "#db/database.ts";
import { answers } from "#db/schema/ask.ts";
import { systemClock as clock } from "#server/core/clock.ts";
import { readSettings } from "#server/core/config.ts";
import { createLog } from "#server/core/log.ts";
import type { GapsDeps } from "#server/features/gaps/gaps.deps.ts";
import { groupNew } from "#server/features/gaps/group/group-new.ts";
import { listGaps } from "#server/features/gaps/list-gaps.ts";
import { readGap } from "#server/features/gaps/read-gap.ts";
import { createKnowledge } from "#server/knowledge/knowledge-index.ts";
import { readPlainKnowledge } from "#test/eval/support/plain-knowledge.ts";
import { readLabelled } from "#test/eval/support/measure-gaps.ts";

const { values } = parseArgs({ options: { questions: { type: "string", default: "100000" } } });
const total = Number(values.questions);
const folder = mkdtempSync(path.join(tmpdir(), "handrail-gaps-"));
const db = await openDatabase(process.env["DATABASE_URL"] ?? path.join(folder, "gaps.db"));
const index = createKnowledge(readPlainKnowledge());
const deps: GapsDeps = {
  db,
  clock,
  log: createLog("warn"),
  hub: loadHub(readSettings().contentDir),
  knowledge: { current: () => index },
  judge: () => ({ verdict: "unanswered", passages: [] }),
  search: () => [],
  embedTexts: null,
};

/** A few questions make up most of what is asked, and every twelfth is one that nobody has asked before. */
const SEEDS = (["choose", "held"] as const).flatMap((half) => readLabelled(half).map(({ text }) => text));
function questionOf(nth: number): string {
  const words = SEEDS[nth % SEEDS.length] ?? "";
  return nth % 12 === 0
    ? `${words} for ${nth.toString(36).replaceAll(/\d/g, "x")}${SEEDS[(nth * 7) % SEEDS.length]}`
    : words;
}

async function seed(): Promise<void> {
  const start = Date.now() - 80 * 24 * 60 * 60 * 1000;
  for (let from = 0; from < total; from += 500) {
    const rows = Array.from({ length: Math.min(500, total - from) }, (_, at) => {
      const question = questionOf(from + at);
      const made = { sentences: [], sources: [], passages: [], verdict: "unanswered", mode: "extractive" } as const;
      const createdAt = new Date(start + (from + at) * 60);
      const id = `ans_${String(from + at).padStart(9, "0")}`;
      return {
        ...made,
        id,
        threadId: id,
        question,
        questionKey: question.toLowerCase(),
        createdAt,
        knowledgeVersion: "x",
      };
    });
    await db.insert(answers).values(rows.map((row) => ({ ...row, sentences: [], sources: [], passages: [] })));
  }
}

async function time(name: string, work: () => Promise<unknown>, times = 40): Promise<void> {
  const took: number[] = [];
  for (let turn = 0; turn < times; turn++) {
    const began = performance.now();
    await work();
    took.push(performance.now() - began);
  }
  took.sort((a, b) => a - b);
  const at = (share: number) => (took[Math.floor(share * (took.length - 1))] ?? 0).toFixed(1);
  console.log(`| ${name} | ${at(0.5)} | ${at(0.95)} |`);
}

let began = performance.now();
await seed();
console.log(`${total} questions recorded in ${((performance.now() - began) / 1000).toFixed(1)} s`);
began = performance.now();
while (!(await groupNew(deps, 60_000)));
const { counts, gaps } = await listGaps(deps, { state: "open" });
console.log(`grouped in ${((performance.now() - began) / 1000).toFixed(1)} s: ${counts.open} gaps\n`);
console.log("| | median, ms | p95, ms |\n| --- | --- | --- |");
const [first] = gaps;
await time("list, with what is new grouped", async () => {
  await groupNew(deps, 50, { lookBack: false });
  return listGaps(deps, { state: "open" });
});
await time("list of a topic", () => listGaps(deps, { state: "open", topic: "integrations" }));
await time("list of searches alone", () => listGaps(deps, { state: "open", kind: "search" }));
await time("list by words", () => listGaps(deps, { state: "open", q: "invoice" }));
await time("the most asked gap", () => readGap(deps, first?.id ?? ""));
await db.close();
rmSync(folder, { recursive: true });
