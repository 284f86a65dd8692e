import { expect, it } from "vitest";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { startModel, type Script } from "#test/fakes/model.ts";
import { askStreaming } from "#test/support/ask.ts";
import { openTestHub } from "#test/support/hub.ts";

const KEY = "sk-canary-4711";
const QUESTION = "How long does the approval of my Tenant ID take?";
const model = await startModel();
const { app, logged } = await openTestHub({
  knowledge: sampleKnowledge,
  env: { OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: "tiny", OPENAI_API_KEY: KEY },
});

it.each<[string, Script, string]>([
  ["as a status", { status: 401, body: `{"error":{"message":"Wrong key: ${KEY}. Asked: ${QUESTION}"}}` }, "HTTP 401"],
  ["in its stream", { raw: [`data: {"error":{"message":"${KEY} ${QUESTION}","code":"${KEY}"}}`, "", ""] }, "garbage"],
  ["for its answer", { raw: [`data: ${KEY} ${QUESTION}`, "", ""] }, "garbage"],
])("a provider that repeats key and question %s puts neither into log or answer", async (_, script, told) => {
  logged.splice(0);
  model.play(script);
  const answer = JSON.stringify(await askStreaming(app, { question: QUESTION }));
  expect(logged).toHaveLength(1);
  expect(logged[0]).toContain(told);
  expect(logged[0] + answer).not.toContain(KEY);
  expect(logged[0]).not.toContain("Tenant ID");
});
