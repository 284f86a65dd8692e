import { expect, test } from "vitest";
import { answers, searches } from "#db/schema/ask.ts";
import { signals, votes } from "#db/schema/feedback.ts";
import { listArticleVotes } from "#server/features/desk/list-article-votes.ts";
import { listGaps } from "#server/features/desk/list-gaps.ts";
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

test("gaps add the days up, put the most frequent first, and leave answered questions out", async () => {
  const search = { results: 0, firstAt: at(1) };
  await db.insert(searches).values([
    { ...search, text: "refund", day: "2026-11-22", count: 2, lastAt: at(2) },
    { ...search, text: "refund", day: "2026-11-23", count: 3, lastAt: at(9) },
    { ...search, text: "fax", day: "2026-11-23", count: 1, lastAt: at(3) },
  ]);
  const answer = { threadId: "thr", mode: "extractive" as const, sentences: [], sources: [] };
  await db.insert(answers).values([
    {
      ...answer,
      id: "1",
      question: "How do refunds work?",
      questionKey: "refunds",
      verdict: "unanswered",
      createdAt: at(4),
    },
    {
      ...answer,
      id: "2",
      question: "How do refunds work?",
      questionKey: "refunds",
      verdict: "unanswered",
      createdAt: at(5),
    },
    {
      ...answer,
      id: "3",
      question: "Which CRMs?",
      questionKey: "crms",
      verdict: "answered" as const,
      createdAt: at(6),
    },
  ]);
  expect(await listGaps(db)).toEqual({
    searches: [
      { text: "refund", count: 5, lastAt: at(9).toISOString() },
      { text: "fax", count: 1, lastAt: at(3).toISOString() },
    ],
    questions: [{ text: "How do refunds work?", verdict: "unanswered", count: 2, lastAt: at(5).toISOString() }],
  });
});
