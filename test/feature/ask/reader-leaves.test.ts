/** Over real HTTP: what a closed page ends. */
import { once } from "node:events";
import { request, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeEach, expect, it } from "vitest";
import { answers } from "#db/schema/ask.ts";
import { listen } from "#server/core/listen.ts";
import { openAsk } from "#server/features/ask/open-ask.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { startModel, type Script } from "#test/fakes/model.ts";
import { openTestHub } from "#test/support/hub.ts";
import { until } from "#test/support/wait.ts";

const model = await startModel();
const { app, db, deps } = await openTestHub({
  knowledge: sampleKnowledge,
  env: { OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: "tiny" },
});
const server = await listen(app.fetch, { host: "127.0.0.1", port: 0 });
afterAll(() => void server.close());
const { port } = server.address() as AddressInfo; // listening on TCP
beforeEach(() => db.delete(answers));

const GOOD = "The Referral Factory team approves your Tenant ID, which takes 1–2 business days. [1]";

/** Asks, and gives the response once its head has come. `close` is what a closed tab does to its connection. */
async function askOverHttp(accept: string) {
  const body = JSON.stringify({ question: "How long does the approval of my Tenant ID take?" });
  const headers = { "content-type": "application/json", accept };
  const sent = request({ host: "127.0.0.1", port, path: "/api/ask", method: "POST", headers });
  sent.on("error", () => {});
  sent.end(body);
  return {
    response: once(sent, "response").then(([response]) => response as IncomingMessage),
    close: () => sent.destroy(),
  };
}

it.each<[string, string, Script]>([
  ["while a sentence is being written", "text/event-stream", { stallAfter: `${GOOD} Then` }],
  ["before the first word", "text/event-stream", "hang"],
  ["while waiting for one object", "application/json", { stallAfter: `${GOOD} Then` }],
])("a reader who leaves %s stops the model within a second, and the record says so", async (_, accept, script) => {
  model.play(script);
  const reader = await askOverHttp(accept);
  reader.response.then((response) => response.resume()).catch(() => {});
  await until(() => model.open() === 1);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const left = performance.now();
  reader.close();
  await until(() => model.open() === 0);
  expect(performance.now() - left).toBeLessThan(1000);
  const record = await until(async () => (await db.select().from(answers))[0]);
  expect(record).toMatchObject({ stopped: true, verdict: "partial", mode: "model", cached: false });
});

it("a reader who stays gets the whole answer, and the record does not say that it was stopped", async () => {
  model.play({ say: GOOD });
  const { response } = await askOverHttp("application/json");
  const chunks: Buffer[] = [];
  for await (const chunk of await response) chunks.push(chunk as Buffer);
  expect(JSON.parse(Buffer.concat(chunks).toString())).toMatchObject({ verdict: "answered", mode: "model" });
  expect(await db.select().from(answers)).toMatchObject([{ stopped: false, verdict: "answered" }]);
});

it("who gives up reading an answer's events stops the model, too", async () => {
  model.play({ stallAfter: `${GOOD} Then` });
  const input = { question: "How long does the approval of my Tenant ID take?" };
  const ownAsk = openAsk({ ...deps, readVendors: () => [] });
  const events = await ownAsk.answer(input, { id: null, ipKey: "reader" }, new AbortController().signal);
  for await (const { event } of events) if (event === "sentence") break;
  await until(() => model.open() === 0, 1000);
  expect(await db.select().from(answers)).toMatchObject([
    { stopped: true, verdict: "partial", checks: [{ result: "supported" }] },
  ]);
});

it("who stops the first answer of a thread can ask on in it", async () => {
  const ownAsk = openAsk({ ...deps, readVendors: () => [] });
  const visitor = { id: null, ipKey: "stopper" };
  const { signal } = new AbortController();
  let thread = "";
  model.play({ stallAfter: `${GOOD} Then` }, { say: GOOD });
  const question = "How long does the approval of my Tenant ID take?";
  for await (const { event, data } of await ownAsk.answer({ question }, visitor, signal)) {
    if (event === "sources") ({ thread } = data);
    if (event === "sentence") break;
  }
  await ownAsk.answer({ question: "why?", thread }, visitor, signal).then((events) => Array.fromAsync(events));
  const [first, second] = await db.select().from(answers).orderBy(answers.createdAt, answers.id);
  expect(second?.threadId).toBe(first?.threadId);
  expect(second?.lookedFor).toBe(`${question} why?`);
});
