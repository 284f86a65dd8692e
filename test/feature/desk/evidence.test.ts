import { expect, test } from "vitest";
import { answers, searches } from "#db/schema/ask.ts";
import { listGaps } from "#server/features/desk/list-gaps.ts";
import { freshDatabase } from "#test/support/database.ts";

const { db } = await freshDatabase();
const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour));

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
