import { afterAll, describe, expect, it } from "vitest";
import { Answer } from "#server/features/ask/ask.schema.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { startModel } from "#test/fakes/model.ts";
import { statuspage } from "#test/fakes/status-bodies.ts";
import { startStatusPages } from "#test/fakes/status-pages.ts";
import { ask, postAsk } from "#test/support/ask.ts";
import { openTestHub } from "#test/support/hub.ts";
import { getStatus } from "#test/support/status.ts";

const pages = await startStatusPages();
afterAll(() => pages.close());
pages.say("salesforce", "{}");
pages.say("intercom", statuspage({ indicator: "critical" }));
const clock = { now: () => new Date("2026-11-23T12:03:30Z") };
const hub = { integrations: pages.integrations };
const model = await startModel();
const env = { OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: "tiny" };
const { app } = await openTestHub({ knowledge: sampleKnowledge, clock, hub });
const { app: german } = await openTestHub({
  knowledge: sampleKnowledge,
  clock,
  hub: { ...hub, languages: ["en", "de"] },
});
const { app: modelApp } = await openTestHub({ knowledge: sampleKnowledge, clock, hub, env });
await Promise.all([getStatus(app), getStatus(modelApp), getStatus(german)]);

const OPERATIONAL = "HubSpot: operational, seen 12:03 UTC on its status page.";
const DOWN = "Intercom: down, seen 12:03 UTC on its status page.";

describe("a vendor's state", () => {
  it("answers who asks for it, with a link to its line on the status page", async () => {
    const answer = await ask(app, { question: "Is HubSpot down right now?" });
    const [first] = answer.sentences;
    expect(answer.verdict).toBe("answered");
    expect(first?.text).toBe(OPERATIONAL);
    const cited = answer.sources.find(({ n }) => n === first?.citations[0]);
    expect(cited).toMatchObject({ url: "/status/#hubspot", title: "Status › HubSpot" });
  });

  it("goes before what the articles say where something does not work and the vendor has trouble", async () => {
    const answer = await ask(app, { question: "No sign-in window opens for Intercom, it does not work" });
    const said = answer.sentences.filter(({ citations }) => citations.length > 0).map(({ text }) => text);
    expect(said.slice(0, 2)).toEqual([DOWN, "Your browser blocks pop-up windows."]);
  });

  it("is said even where the articles have nothing", async () => {
    const answer = await ask(app, { question: "Intercom fails to print coupons on Tuesdays" });
    expect(answer.verdict).toBe("unanswered");
    expect(answer.sentences.slice(0, 2).map(({ text }) => text)).toEqual(["That was not found in the articles.", DOWN]);
  });

  it.each([
    "How do I connect Intercom?",
    "No sign-in window opens",
    "How does a referral qualify by deal stage in HubSpot?",
    "Salesforce is not working, what is a converted lead?",
    "Is the deal stage in HubSpot the same as in Salesforce?",
  ])("is left out where it is not asked for, not known, or no trouble: %s", async (question) => {
    expect(JSON.stringify(await ask(app, { question }))).not.toContain("/status/");
  });

  it("is a numbered passage for a model, and its sentence is held against it", async () => {
    model.play({
      answer: ({ messages }) => {
        const passage = /number="(\d+)" title="Status › Intercom"/.exec(messages.at(-1)?.content ?? "");
        return `Intercom is down, as seen at 12:03. [${passage?.[1]}] Intercom is down since 09:15. [${passage?.[1]}]`;
      },
    });
    const answer = await ask(modelApp, { question: "No sign-in window opens for Intercom, it does not work" });
    expect(answer.mode).toBe("model");
    expect(answer.sentences.map(({ text }) => text)).toEqual([
      "Intercom is down, as seen at 12:03.",
      "A part of the answer could not be confirmed in the articles and was left out.",
    ]);
  });
});

it("nobody waits for a vendor that does not answer", async () => {
  pages.break("hubspot", "silent");
  const { app: fresh } = await openTestHub({ knowledge: sampleKnowledge, clock, hub });
  const startedAt = performance.now();
  const answer = await ask(fresh, { question: "Is HubSpot down right now?" });
  expect(performance.now() - startedAt).toBeLessThan(1000);
  expect(JSON.stringify(answer)).not.toContain("/status/");
});

it("is said in German to who reads German", async () => {
  const response = await postAsk(german, { question: "Läuft HubSpot gerade?" }, { language: "de" });
  const { sentences, sources } = Answer.parse(await response.json());
  expect(sentences[0]?.text).toBe("HubSpot: in Betrieb, gesehen um 12:03 UTC auf seiner Statusseite.");
  expect(sources.map(({ url }) => url)).toContain("/de/status/#hubspot");
});
