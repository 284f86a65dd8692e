import { expect, test } from "vitest";
import { signals, votes } from "#db/schema/feedback.ts";
import { listArticleVotes } from "#server/features/desk/list-article-votes.ts";
import { freshDatabase } from "#test/support/database.ts";

const { db } = await freshDatabase();
const first = { title: "The first", url: "/articles/t/one/" };
const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour));

test("articles stand with most No first, with reasons, comments and failed steps counted", async () => {
  const vote = { createdAt: at(1), updatedAt: at(1) };
  await db.insert(votes).values([
    { ...vote, id: "1", visitorId: "a", articleId: "t/one", answered: false, reason: "missing", comment: "Step 3?" },
    { ...vote, id: "2", visitorId: "b", articleId: "t/one", answered: false, reason: "missing" },
    { ...vote, id: "3", visitorId: "c", articleId: "t/one", answered: true },
    { ...vote, id: "4", visitorId: "a", articleId: "t/two", answered: true, reason: "easy" },
  ]);
  const signal = { articleId: "t/two", contentHash: "0123456789abcdef" };
  await db.insert(signals).values([
    { ...signal, day: "2026-11-22", kind: "view", stepId: "", count: 7 },
    { ...signal, day: "2026-11-23", kind: "view", stepId: "", count: 5 },
    { ...signal, day: "2026-11-23", kind: "step_failed", stepId: "sign-in", count: 2 },
  ]);
  const { articles } = await listArticleVotes(db, (id) =>
    id === "t/one" ? { ...first, contentHash: "0" } : undefined,
  );
  expect(articles).toMatchObject([
    { articleId: "t/one", article: first, no: 2, yes: 1, views: 0, stepsFailed: 0 },
    { articleId: "t/two", article: null, no: 0, yes: 1, views: 12, stepsFailed: 2 },
  ]);
  expect(articles[0]?.reasons).toEqual([{ reason: "missing", count: 2 }]);
  expect(articles[0]?.comments).toEqual([{ answered: false, comment: "Step 3?", at: at(1).toISOString() }]);
});
