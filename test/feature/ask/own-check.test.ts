import { beforeEach, describe, expect, it } from "vitest";
import { connector, definition, fault } from "#test/support/checked.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { startModel } from "#test/fakes/model.ts";
import type { Answer } from "#server/features/ask/ask.schema.ts";
import { connectCrm, readCustomer, signIn } from "#test/support/connected.ts";
import { openTestHub } from "#test/support/hub.ts";
import { withJson } from "#test/support/request.ts";

const model = await startModel();
const crm = { ...connector, definition };
const env = { HUBSPOT_CLIENT_ID: "id", HUBSPOT_CLIENT_SECRET: "secret" };
const withModel = { ...env, OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: "tiny", CACHED_ANSWERS: "100" };
const hubs = {
  own: await openTestHub({ env, connectors: { hubspot: crm }, readCustomer, knowledge: sampleKnowledge }),
  model: await openTestHub({ env: withModel, connectors: { hubspot: crm }, readCustomer, knowledge: sampleKnowledge }),
};
beforeEach(() => void model.requests.splice(0));

/** Two workspaces: one whose connection fails, and one whose is fine. */
async function openReaders(hub: typeof hubs.own) {
  const [acme, globex] = [await signIn(hub, "Acme"), await signIn(hub, "Globex")];
  for (const [workspace, cookie, code] of [
    ["Acme", acme, "wrong_key"],
    ["Globex", globex, null],
  ] as const) {
    const { id } = await connectCrm(hub, workspace, { accountName: workspace });
    Object.assign(crm, connector, code && { check: () => Promise.reject(fault(code, `${workspace} was refused`)) });
    const made = await hub.app.request(`/api/connections/${id}/check`, {
      headers: { cookie, accept: "application/json" },
    });
    if (made.status !== 200) throw new Error(await made.text());
  }
  const ask = async (question: string, cookie?: string): Promise<Answer> => {
    const headers = { accept: "application/json", origin: hub.deps.config.publicUrl, ...(cookie && { cookie }) };
    const response = await hub.app.request("/api/ask", withJson("POST", { question }, headers));
    return (await response.json()) as Answer; // the route's contract
  };
  return { acme, globex, ask };
}

describe("a reader's own check", async () => {
  const { acme, globex, ask } = await openReaders(hubs.own);
  const QUESTION = "Is my HubSpot connection fine?";

  it("answers them, as a numbered source that opens their setup", async () => {
    const answer = await ask(QUESTION, acme);
    expect(answer.verdict).toBe("answered");
    const [first] = answer.sentences;
    expect(first?.text).toContain("Your connection to HubSpot fails");
    expect(first?.text).toContain("Acme was refused");
    const cited = answer.sources.find(({ n }) => n === first?.citations[0]);
    expect(cited).toMatchObject({ url: "/setup/hubspot/#check" });
  });

  it("is never another workspace's, nor anybody's who is not signed in", async () => {
    const [theirs, nobodys] = [await ask(QUESTION, globex), await ask(QUESTION)];
    expect(theirs.sentences[0]?.text).toContain("Everything in your connection to HubSpot is fine");
    expect(JSON.stringify([theirs, nobodys])).not.toContain("Acme");
    expect(JSON.stringify(nobodys)).not.toContain("/setup/hubspot/#check");
  });

  it("stays out of answers to what it has nothing to do with", async () => {
    expect(JSON.stringify(await ask("How do I connect Intercom?", acme))).not.toContain("#check");
  });
});

it("an answer that a model wrote from a check is never given to another reader, nor kept for one", async () => {
  const { acme, globex, ask } = await openReaders(hubs.model);
  const question = "No sign-in window opens for HubSpot, it does not work";
  model.play({
    answer: ({ messages }) => {
      const n = /number="(\d+)" title="Your HubSpot connection/.exec(messages.at(-1)?.content ?? "")?.[1];
      return n ? `HubSpot does not know the keys it was given. [${n}]` : "The sign-in window may be blocked. [1]";
    },
  });
  await ask(question, acme);
  await ask(question, acme);
  const asked = model.requests.length;
  expect(asked).toBe(2); // the second time was not from memory
  const others = [await ask(question, globex), await ask(question)];
  expect(JSON.stringify(others)).not.toContain("Acme was refused");
  expect(JSON.stringify(model.requests.slice(asked))).not.toContain("Acme was refused");
  expect(JSON.stringify(model.requests.slice(0, asked))).toContain("Acme was refused");
});
