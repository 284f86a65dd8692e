import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SAY } from "#server/features/ask/answer.words.ts";
import { SYSTEM_PROMPT } from "#server/features/ask/model/system-prompt.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { startModel, streamOf, type Script } from "#test/fakes/model.ts";
import { hear, listenOnLoopback } from "#test/support/ask-over-http.ts";
import { openTestHub } from "#test/support/hub.ts";

const KEY = "sk-canary-4711";
const SECRET = "canary-of-the-desk-sessions-0123456789";
const PROVIDER = `The provider says 4711: wrong key ${KEY}, asked for Tenant`;
const model = await startModel();
const hub = await openTestHub({
  knowledge: sampleKnowledge,
  env: {
    OPENAI_BASE_URL: model.baseUrl,
    OPENAI_MODEL: "tiny",
    OPENAI_API_KEY: KEY,
    AUTH_SECRET: SECRET,
    TRUSTED_PROXIES: "127.0.0.0/8",
    MODEL_WAIT_SECONDS: "1.2",
  },
});
const origin = await listenOnLoopback(hub);
beforeEach(() => void hub.logged.splice(0));

const QUESTION = "How long does the approval of my Tenant ID take?";
const GOOD = "The Referral Factory team approves your Tenant ID, which takes 1–2 business days.";
const OWN_WORDS = "The Referral Factory team approves it, which takes 1–2 business days.";
/** Milliseconds: the longest that this hub waits for all of an answer, and a slow machine's second. */
const WITHIN = 3600 + 1000;

async function hearOf(...scripts: Script[]) {
  model.play(...scripts);
  return hear(origin, { question: QUESTION });
}

/** What no reader and no log may see, whatever the model did. */
afterEach(async ({ task }) => {
  expect(hub.logged.join("\n"), task.name).not.toMatch(/The provider says|sk-canary|canary-of-the-desk|Tenant/);
  await expect.poll(() => model.open(), { timeout: 1000 }).toBe(0);
});

function expectNothingLeaked(raw: string): void {
  expect(raw).not.toMatch(/The provider says|sk-canary|canary-of-the-desk|event: error/);
  for (const line of SYSTEM_PROMPT.split("\n").filter(({ length }) => length > 30)) expect(raw).not.toContain(line);
}

const events = (...data: unknown[]): Script => ({
  raw: data.flatMap((each) => [`data: ${JSON.stringify(each)}`, ""]).concat(""),
});
const says = (content: unknown, more: object = {}) => ({ choices: [{ index: 0, delta: { content, ...more } }] });
const ends = (finish_reason: string) => ({ choices: [{ index: 0, delta: {}, finish_reason }] });
const MEGABYTE = Array.from({ length: 1000 }, () => says("Connect your CRM. [1] ".repeat(50)));
const whole = Buffer.from(streamOf(`${GOOD} [1]`));

describe("before its first sentence, one line and the articles' own words stand in when a model", () => {
  it.each<[string, Script]>([
    ["hangs", "hang"],
    ["hangs within its first sentence", { stallAfter: "The Referral" }],
    ["answers 429", { status: 429, body: JSON.stringify({ error: { message: PROVIDER } }) }],
    ["answers 401 and repeats the key", { status: 401, body: JSON.stringify({ error: { message: PROVIDER } }) }],
    ["answers 400", { status: 400, body: PROVIDER }],
    ["answers 500 with a page", { status: 500, body: `<html>${PROVIDER}` }],
    ["answers 502 with a megabyte", { status: 502, body: "x".repeat(1_000_000) }],
    ["answers 200 with a page", { status: 200, body: `<html>${PROVIDER}` }],
    ["answers 200 with a megabyte of JSON", { status: 200, body: JSON.stringify({ x: "y".repeat(1_000_000) }) }],
    ["redirects to where nobody is", { status: 307, headers: { location: "http://127.0.0.1:9/" } }],
    ["is cut", { cutAfter: "The Referral" }],
    ["ends without an ending", { say: "The Referral", finish: null }],
    ["sends half a character", { bytes: [whole.subarray(0, whole.indexOf("–") + 1)] }],
    ["sends JSON that is none", { raw: ["data: {not json", "", ""] }],
    ["sends an error within its stream", events({ error: { message: PROVIDER } })],
    ["sends JSON of other shapes", events(null, [], { choices: 7 }, { choices: [{ delta: { content: {} } }] })],
    ["says nothing", { say: "" }],
    ["speaks as the system", events(says(GOOD, { role: "system" }), ends("stop"))],
    ["speaks as the reader", events(says(GOOD, { role: "user" }), ends("stop"))],
    ["calls a tool", events(says(null, { tool_calls: [{ function: { name: "rm" } }] }), ends("tool_calls"))],
    ["thinks and never answers", { endless: `data: ${JSON.stringify(says(null, { reasoning: "Hm." }))}\n\n` }],
    ["sends a line without an end", { endless: "x".repeat(65_536) }],
  ])("%s", async (_, script) => {
    const answer = await hearOf(script);
    expect(answer).toMatchObject({ mode: "extractive", verdict: "answered" });
    expect(answer.sentences[0]).toEqual({ text: SAY.standIn, citations: [] });
    expect(answer.text).toContain(OWN_WORDS);
    expect(answer.ms).toBeLessThan(WITHIN);
    expectNothingLeaked(answer.raw);
  });
});

describe("after a sentence that holds, this stays, one line says that it broke off, and the articles go on when a model", () => {
  const begun = says(`${GOOD} [1] Then install the`);
  it.each<[string, Script]>([
    ["hangs", { stallAfter: `${GOOD} [1] Then install the` }],
    ["is cut", { cutAfter: `${GOOD} [1] Then install the` }],
    ["ends without an ending", { say: `${GOOD} [1] Then install the`, finish: null }],
    ["sends JSON that is none", { raw: [`data: ${JSON.stringify(begun)}`, "", "data: {not", "", ""] }],
    ["sends an error within its stream", events(begun, { error: { message: PROVIDER } })],
    ["calls a tool", events(begun, ends("tool_calls"))],
    ["is stopped by its filter", events(begun, ends("content_filter"))],
  ])("%s", async (_, script) => {
    const answer = await hearOf(script);
    expect(answer).toMatchObject({ mode: "extractive", verdict: "answered" });
    expect(answer.sentences.slice(0, 2).map(({ text }) => text)).toEqual([GOOD, SAY.standInAfter]);
    expect(answer.text).toContain(OWN_WORDS);
    expect(answer.ms).toBeLessThan(WITHIN);
    expectNothingLeaked(answer.raw);
  });
});

describe("what holds is sent, and one line says what became of the rest, when a model", () => {
  it.each<[string, Script, string]>([
    ["says a megabyte", events(says(`${GOOD} [1] `), ...MEGABYTE), SAY.cutShort],
    ["says it at once", events(says(`${GOOD} [1] ${"word ".repeat(200_000)}`)), SAY.cutShort],
    ["runs into its limit", { say: `${GOOD} [1] Then install`, finish: "length" }, SAY.cutShort],
    ["makes a link", { say: `${GOOD} [1] Approve it at https://evil.example/pay. [1]` }, SAY.withheld],
    [
      "shows an image",
      { say: `${GOOD} [1] ![The team approves it](https://evil.example/?q=1) too now. [1]` },
      SAY.withheld,
    ],
    [
      "writes HTML",
      { say: `${GOOD} [1] <script>approve()</script> <img src=x onerror=run()> Zebras own this page. [1]` },
      SAY.withheld,
    ],
    ["repeats its rules", { say: `${GOOD} [1] ${SYSTEM_PROMPT.replaceAll("\n", " ")} [1]` }, SAY.withheld],
    ["cites what is not there", { say: `${GOOD} [1] Zebras graze here for free. [99]` }, SAY.withheld],
    ["sends bytes that are no UTF-8", { bytes: [withBroken(`${GOOD} [1] Then install § the app. [1]`)] }, SAY.withheld],
    ["says that the rest is not there", { say: `${GOOD} [1]\nNOT IN THE ARTICLES` }, SAY.rest],
  ])("%s", async (_, script, line) => {
    const answer = await hearOf(script);
    expect(answer).toMatchObject({ mode: "model", verdict: "partial" });
    expect(answer.sentences[0]?.text).toBe(GOOD);
    expect(answer.text).toContain(line);
    expect(answer.raw).not.toMatch(/evil\.example|<script|<img|onerror|\uFFFD/);
    expect(answer.ms).toBeLessThan(WITHIN);
    expectNothingLeaked(answer.raw);
  });

  it.each<[string, Script]>([
    ["cuts its stream anywhere", { bytes: [whole.subarray(0, 40), whole.subarray(40, 41), whole.subarray(41)] }],
    ["does not close what has ended", { bytes: [whole], after: "stall" }],
    ["closes the connection over what has ended", { bytes: [whole], after: "cut" }],
    ["refuses to count", { status: 422 }],
  ])("(nothing, for it is whole) %s", async (_, script) => {
    const answer = await hearOf(script, { say: `${GOOD} [1]` });
    expect(answer).toMatchObject({ mode: "model", verdict: "answered", text: GOOD });
    expect(answer.ms).toBeLessThan(WITHIN);
  });
});

describe("when the core of what a model wrote does not hold, one line and the articles' own words stand in: it", () => {
  it.each<[string, string, string]>([
    ["is wrong", "It takes 90 days. [1]", SAY.unconfirmed],
    ["begins wrong and adds little", `It takes 90 days. [1] It costs 10 euros. [1] ${GOOD} [1]`, SAY.unconfirmed],
    [
      "is in another language",
      "Die Freigabe dauert in der Regel ein bis zwei Tage, und Sie müssen nichts tun. [1]",
      SAY.otherLanguage("English"),
    ],
    ["is in another script", "承認には通常1～2営業日かかります。[1]", SAY.otherLanguage("English")],
    ["obeys whoever asked for a poem", "Roses are red, violets are blue, my rules are for sale. [1]", SAY.unconfirmed],
  ])("%s", async (_, text, line) => {
    const answer = await hearOf({ say: text });
    expect(answer).toMatchObject({ mode: "extractive", verdict: "answered" });
    expect(answer.sentences[0]).toEqual({ text: line, citations: [] });
    expect(answer.text).toContain(OWN_WORDS);
    expect(answer.text).not.toContain(text.split(" [1]", 1)[0]);
  });

  it("a wrong beginning is left out where most of it holds", async () => {
    const answer = await hearOf({ say: `It takes 90 days. [1] ${GOOD} [1] Then install the app. [1]` });
    expect(answer).toMatchObject({ mode: "model", verdict: "partial" });
    expect(answer.sentences.map(({ text }) => text)).toEqual([GOOD, "Then install the app.", SAY.withheld]);
  });
});

it("a model that says when to come back is left alone until then", async () => {
  const refused = await hearOf({ status: 429, headers: { "retry-after": "1" } }, { say: `${GOOD} [1]` });
  const asked = model.requests.length;
  const meanwhile = await hear(origin, { question: QUESTION });
  expect([refused, meanwhile].map(({ sentences }) => sentences[0]?.text)).toEqual([SAY.standIn, SAY.standIn]);
  expect(model.requests).toHaveLength(asked);
  await sleep(1000);
  expect(await hear(origin, { question: QUESTION })).toMatchObject({ mode: "model", text: GOOD });
});

/** The text as a stream, with a byte in the place of § that no text has. */
function withBroken(text: string): Buffer {
  const [before = "", after = ""] = streamOf(text).split("§");
  return Buffer.concat([Buffer.from(before), Buffer.from([0xff]), Buffer.from(after)]);
}

it("takes nothing amiss of a thought that only says where it ends", async () => {
  const thought = "Okay, the reader asks about zebras. Zebras graze for free, and penguins swim in the pool. So:";
  const answer = await hearOf(events(says(`${thought} `), says("\n</think>\n\n"), says(`${GOOD} [1]`), ends("stop")));
  expect(answer).toMatchObject({ mode: "model", verdict: "answered" });
  expect(answer.sentences.map(({ text }) => text)).toEqual([GOOD]);
});
