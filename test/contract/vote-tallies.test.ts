import { expect, test } from "vitest";
import { voteTallies } from "#db/schema/articles.ts";
import { votes } from "#db/schema/feedback.ts";
import { castVote } from "#server/features/feedback/cast-vote.ts";
import type { VoteInput } from "#server/features/feedback/feedback.schema.ts";
import { createKnowledge } from "#server/knowledge/knowledge-index.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { freshDatabase } from "#test/support/database.ts";

const { db } = await freshDatabase();
let now = Date.parse("2026-11-23T23:59:00Z");
const clock = { now: () => new Date(now) };
let knowledge = createKnowledge(sampleKnowledge);
const deps = { db, clock, knowledge: { current: () => knowledge } };
const articleId = "integrations/connect-your-crm";
let address = 0;

const cast = (visitor: string, vote: Omit<VoteInput, "articleId">) =>
  castVote(deps, { ipKey: `10.0.0.${address++}`, ensureId: () => visitor }, { articleId, ...vote });

/** What the tallies say, and what they would say if they were counted now. */
async function compareTallies() {
  const tallies = await db.select().from(voteTallies);
  const counted = new Map<string, number>();
  for (const { contentHash, answered, reason, updatedAt } of await db.select().from(votes)) {
    const key = [contentHash, updatedAt.toISOString().slice(0, 10), answered, reason ?? ""].join(" ");
    counted.set(key, (counted.get(key) ?? 0) + 1);
  }
  const kept = tallies.map(({ contentHash, day, answered, reason, count }) => ({
    key: [contentHash, day, answered, reason].join(" "),
    count,
  }));
  return {
    kept: new Map(kept.filter(({ count }) => count !== 0).map(({ key, count }) => [key, count])),
    counted,
  };
}

test("twenty visitors who vote at once are twenty in the tallies", async () => {
  await Promise.all(Array.from({ length: 20 }, (_, n) => cast(`v${n}`, { answered: n % 2 === 0 })));
  const { kept, counted } = await compareTallies();
  expect(kept).toEqual(counted);
  expect([...kept.values()]).toEqual([10, 10]);
});

test("a visitor who votes twenty times at once is one", async () => {
  const receipts = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      cast("one", { answered: n % 2 === 0, ...(n % 4 === 1 && { reason: "missing" }) }),
    ),
  );
  expect(receipts.filter(({ changed }) => !changed)).toHaveLength(1);
  const { kept, counted } = await compareTallies();
  expect(kept).toEqual(counted);
  expect([...kept.values()].reduce((sum, count) => sum + count, 0)).toBe(21);
});

test("twenty who change their minds at once, each the other way, neither wait for each other nor count twice", async () => {
  for (let round = 0; round < 3; round++)
    await Promise.all(Array.from({ length: 20 }, (_, n) => cast(`v${n}`, { answered: (n + round) % 2 === 1 })));
  const { kept, counted } = await compareTallies();
  expect(kept).toEqual(counted);
});

test("a changed vote moves from its old day, version, answer and reason to the new ones", async () => {
  await cast("mover", { answered: false, reason: "out_of_date" });
  now += 2 * 60_000;
  const articles = sampleKnowledge.articles.map((article) => ({ ...article, contentHash: "fedcba9876543210" }));
  knowledge = createKnowledge({ ...sampleKnowledge, articles });
  const { kept: before } = await compareTallies();
  expect(before.get("0123456789abcdef 2026-11-23 false out_of_date")).toBe(1);
  await cast("mover", { answered: true, reason: "solved" });
  const { kept, counted } = await compareTallies();
  expect(kept).toEqual(counted);
  expect(kept.get("0123456789abcdef 2026-11-23 false out_of_date")).toBeUndefined();
  expect(kept.get("fedcba9876543210 2026-11-24 true solved")).toBe(1);
});
