import { beforeEach, describe, expect, it } from "vitest";
import { limits } from "#db/schema/limits.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { startModel, type Script } from "#test/fakes/model.ts";
import { ask } from "#test/support/ask.ts";
import { openTestHub } from "#test/support/hub.ts";

const model = await startModel();
const { app, db } = await openTestHub({
  knowledge: sampleKnowledge,
  env: { OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: "tiny" },
});
beforeEach(async () => {
  model.requests.splice(0);
  await db.delete(limits); // each asks twice
});

const FIRST = "How does a referral qualify by deal stage in HubSpot?";
const ANSWER: Script = { say: "In HubSpot, choose the deal stage that means success. [1]" };
const FOLLOW_UP = "and for Salesforce?";
const BY_MODEL = "How long does the approval of the Tenant ID take?";

/** Asks a follow-up whose completion plays `script`; gives its answer. */
async function follow(script: Script, question = FOLLOW_UP) {
  model.play(ANSWER);
  const { thread } = await ask(app, { question: FIRST });
  model.requests.splice(0);
  model.play(script, { say: "The referral qualifies by itself. [1]" });
  return ask(app, { question, thread });
}

describe("a follow-up", () => {
  it("is completed by the model, from the thread and with tight limits", async () => {
    const answer = await follow({ say: "“How does a referral qualify by stage in Salesforce?”" });
    expect(answer.sources[0]?.section).toBe("by-deal-stage-in-salesforce");
    expect(model.requests[0]).toMatchObject({ max_tokens: 60 });
    expect(model.requests[0]?.messages.at(-1)?.content).toContain(`Question: ${FIRST}`);
    expect(model.requests[1]?.messages.at(-1)?.content).toContain("qualify by stage in Salesforce?");
  });

  it.each<[string, Script]>([
    ["hangs", "hang"],
    ["refuses", { status: 500 }],
    ["is cut", { cutAfter: "How does" }],
    ["runs into its limit", { say: "How does a referral", finish: "length" }],
    ["says nothing", { say: "" }],
    ["says more than a question", { say: "Sure!\nHow does a referral qualify in Salesforce?" }],
    ["says a novel", { say: "referral qualify Salesforce ".repeat(40) }],
    ["says again what was said", { say: "In HubSpot, choose the deal stage that means success." }],
    ["speaks of something else", { say: "What are the best casinos for crypto payouts?" }],
  ])("is completed by rule where the model %s", async (_, script) => {
    const startedAt = performance.now();
    const answer = await follow(script);
    expect(answer.sources[0]?.section).toBe("by-deal-stage-in-salesforce");
    expect(performance.now() - startedAt).toBeLessThan(6000);
    expect(JSON.stringify(answer)).not.toContain("casino");
    await expect.poll(() => model.open()).toBe(0);
  });

  it("costs nothing where a question stands by itself", async () => {
    await follow({ say: "The team approves your Tenant ID. [1]" }, BY_MODEL);
    expect(model.requests).toHaveLength(1);
    expect(model.requests[0]).toMatchObject({ max_tokens: 4000 });
  });
});
