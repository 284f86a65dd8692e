import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { limits } from "#db/schema/limits.ts";
import { openBudget } from "#server/features/ask/model-budget.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { startModel } from "#test/fakes/model.ts";
import { ask } from "#test/support/ask.ts";
import { openTestHub } from "#test/support/hub.ts";

const model = await startModel();
const env = { OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: "tiny" };
const question = "What does “cannot reference converted lead” mean?";
const OVER = "As many answers as this hub may have written are written for now. This is what the articles say.";
const { deps, db, logged } = await openTestHub();

async function readUntil(key: string): Promise<number> {
  const [row] = await db.select().from(limits).where(eq(limits.key, key));
  return row?.until ?? 0;
}

describe("over a budget, the articles' own words stand in and a line says so", () => {
  it.each([
    ["tokens a minute", "TOKENS_PER_MINUTE", "1000", "ask-tokens-minute"],
    ["tokens a day", "TOKENS_PER_DAY", "1000", "ask-tokens"],
    ["answers a visitor", "MODEL_ANSWERS_PER_VISITOR", "1", "ask-model"],
    ["no answer of the model at all", "MODEL_ANSWERS_PER_VISITOR", "0", "ask-model"],
  ])("%s", async (_, setting, value, budget) => {
    const hub = await openTestHub({ knowledge: sampleKnowledge, env: { ...env, [setting]: value } });
    model.play({ say: "Leave Leads unconverted until the referral process is complete. [1]" });
    await ask(hub.app, { question });
    const asked = model.requests.length;
    const over = await ask(hub.app, { question });
    expect(over).toMatchObject({ mode: "extractive", verdict: "answered" });
    expect(over.sentences[0]).toEqual({ text: OVER, citations: [] });
    expect(over.sentences.length).toBeGreaterThan(1);
    expect(model.requests).toHaveLength(asked);
    expect(hub.logged.at(-1)).toContain(`"budget":"${budget}"`);
  });
});

it("a model that is away takes nothing of them", async () => {
  const hub = await openTestHub({
    knowledge: sampleKnowledge,
    env: { ...env, OPENAI_BASE_URL: "http://127.0.0.1:1/v1" },
  });
  const { sentences } = await ask(hub.app, { question });
  expect(sentences[0]?.text).toContain("could not be written just now");
  const kept = await hub.db.select().from(limits);
  const owed = kept.filter(({ key, until }) => /^ask-(?:tokens|model)/.test(key) && until > Date.now());
  expect(owed.map(({ key }) => key)).toEqual([]);
});

describe("a reservation", () => {
  const budget = { tokensPerMinute: 10_000, tokensPerDay: 86_400, answersPerVisitor: 5 };
  const clock = { now: () => new Date("2026-11-23T09:00:00Z") };
  const spend = openBudget({ ...deps, clock }, budget);

  it("becomes what was really used, less or more", async () => {
    const first = spend("a");
    expect(await first.takeTokens(3000)).toBe(true);
    const reserved = await readUntil("ask-tokens");
    await first.settle({ promptTokens: 900, completionTokens: 100 });
    expect((await readUntil("ask-tokens")) - reserved).toBe(-2_000_000);
    const second = spend("a");
    expect(await second.takeTokens(1000)).toBe(true);
    await second.settle({ promptTokens: 7000, completionTokens: 1000 });
    expect(await spend("a").takeTokens(2000)).toBe(false); // 1,000 and 8,000 of 10,000 a minute
    expect(await spend("a").takeTokens(900)).toBe(true);
  });

  it("that one budget refuses takes nothing of the others", async () => {
    const before = await readUntil("ask-tokens");
    expect(await spend("b").takeTokens(9000)).toBe(false);
    expect(await readUntil("ask-tokens")).toBe(before);
    expect(await readUntil("ask-model:b")).toBe(0);
    expect(logged.at(-1)).toContain("ask-tokens-minute");
  });

  it("twenty at once take what there is, and never more", async () => {
    const nextDay = { now: () => new Date("2026-11-24T09:00:01Z") };
    const fresh = openBudget({ ...deps, clock: nextDay }, budget);
    const taken = await Promise.all(Array.from({ length: 20 }, (_, at) => fresh(`c${at}`).takeTokens(900)));
    expect(taken.filter(Boolean).length).toBe(11); // of 10,000 a minute
  });
});
