import { expect, it } from "vitest";
import { createAnswerCache } from "#server/features/ask/answer-cache.ts";
import { answerQuestion, type AnswerEvent } from "#server/features/ask/answer-question.ts";
import { newThread } from "#server/features/ask/thread.ts";
import { openDatabase } from "#db/database.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { freshDatabaseUrl } from "#test/support/database.ts";
import { ask } from "#test/support/ask.ts";
import { openTestHub } from "#test/support/hub.ts";

const { app, db: hubDb, deps, logged } = await openTestHub({ knowledge: sampleKnowledge });

it("an answer goes on when the database is away; the log says that it is not kept", async () => {
  const db = await openDatabase(await freshDatabaseUrl());
  await db.close();
  const asked = {
    question: "How long does the approval of my Tenant ID take?",
    thread: newThread(),
    visitorKey: null,
    ipKey: "somebody",
    signal: new AbortController().signal,
  };
  const events: AnswerEvent[] = [];
  for await (const event of answerQuestion(
    { ...deps, db, readVendors: () => [], model: null, cache: createAnswerCache() },
    asked,
  ))
    events.push(event);
  expect(events.map(({ event }) => event)).toEqual(["sources", ...events.slice(1, -1).map(() => "sentence"), "done"]);
  expect(events.length).toBeGreaterThan(2);
  expect(logged.join("\n")).toContain("an answer goes on without the database");
});

it("an answer and a search without results wait for a database that hangs no longer than seconds", async () => {
  const answer = (): unknown => hanging;
  const hanging: unknown = new Proxy(answer, { get: (_, name) => (name === "then" ? () => undefined : hanging) });
  Object.assign(hubDb, { select: answer, insert: answer });
  const began = performance.now();
  const question = "How long does the approval of my Tenant ID take?";
  const [{ verdict }, search] = await Promise.all([
    ask(app, { question, thread: "thread-of-the-reader-22" }),
    app.request("/search/?q=zzzzzz"),
  ]);
  expect([verdict, search.status]).toEqual(["answered", 200]);
  expect(performance.now() - began).toBeLessThan(5000);
});
