import { expect, it } from "vitest";
import { answerQuestion, type AnswerEvent } from "#server/features/ask/answer-question.ts";
import { openDatabase } from "#db/database.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { freshDatabaseUrl } from "#test/support/database.ts";
import { openTestHub } from "#test/support/hub.ts";

const { deps, logged } = await openTestHub({ knowledge: sampleKnowledge });

it("an answer goes on when the database is away; the log says that it is not kept", async () => {
  const db = await openDatabase(await freshDatabaseUrl());
  await db.close();
  const asked = {
    question: "How long does the approval of my Tenant ID take?",
    thread: "thread-of-the-reader-22",
    visitorKey: null,
    signal: new AbortController().signal,
  };
  const events: AnswerEvent[] = [];
  for await (const event of answerQuestion({ ...deps, db, integrationNames: [], model: null }, asked))
    events.push(event);
  expect(events.map(({ event }) => event)).toEqual(["sources", ...events.slice(1, -1).map(() => "sentence"), "done"]);
  expect(events.length).toBeGreaterThan(2);
  expect(logged.join("\n")).toContain("an answer goes on without the database");
});
