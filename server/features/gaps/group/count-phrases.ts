import { and, count, inArray, max, min, sql, sum } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { answers, searches } from "#db/schema/ask.ts";
import type { Change } from "./read-changes.ts";
import { LEFT_OPEN } from "./is-gap.ts";

/** How often a phrase was left open, of all that is kept. `results`: the most that a search found. */
export type Counted = Change & { text: string; count: number; results: number | null; firstAt: Date; lastAt: Date };

/** Counts anew, whatever was counted before. A phrase that is no gap any more is not among them. */
export async function countPhrases(tx: Tx, changes: readonly Change[]): Promise<Counted[]> {
  const keys = (kind: Change["kind"]) => changes.filter((change) => change.kind === kind).map(({ key }) => key);
  const counted = [...(await countQuestions(tx, keys("question"))), ...(await countSearches(tx, keys("search")))];
  return counted.flatMap(({ firstAt, lastAt, ...row }) => {
    const change = changes.find(({ kind, key }) => kind === row.kind && key === row.key);
    return change && firstAt && lastAt ? [{ ...change, ...row, firstAt, lastAt }] : [];
  });
}

async function countQuestions(tx: Tx, keys: string[]) {
  if (keys.length === 0) return [];
  const { questionKey: key, createdAt, lookedFor, question } = answers;
  const rows = await tx
    .select({
      key,
      text: sql<string>`max(coalesce(${lookedFor}, ${question}))`,
      count: count(),
      firstAt: min(createdAt),
      lastAt: max(createdAt),
    })
    .from(answers)
    .where(and(inArray(key, keys), LEFT_OPEN))
    .groupBy(key);
  return rows.map((row) => ({ ...row, kind: "question" as const, results: null }));
}

async function countSearches(tx: Tx, keys: string[]) {
  if (keys.length === 0) return [];
  const { text: key, results, firstAt, lastAt } = searches;
  const rows = await tx
    .select({ key, count: sum(searches.count), results: max(results), firstAt: min(firstAt), lastAt: max(lastAt) })
    .from(searches)
    .where(inArray(key, keys))
    .groupBy(key);
  return rows.map((row) => ({ ...row, kind: "search" as const, text: row.key, count: Number(row.count) }));
}
