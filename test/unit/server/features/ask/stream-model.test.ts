import { beforeEach, describe, expect, it } from "vitest";
import { createModelStream } from "#server/features/ask/model/stream-model.ts";
import { ModelFailure } from "#server/features/ask/model/model-failure.ts";
import { startModel, streamOf, type Script } from "#test/fakes/model.ts";

const model = await startModel();
const timeouts = { firstPiece: 1000, nextPiece: 1000, whole: 3000 };
const openStream = (baseUrl = model.baseUrl, patience = timeouts) =>
  createModelStream({ apiKey: null, baseUrl, name: "tiny" }, { timeouts: patience, tokensAtMost: 1500 });
let stream = openStream();

beforeEach(() => {
  stream = openStream();
  model.requests.splice(0);
});

/** What was streamed, and how it ended. */
async function ask(script: Script, reader = new AbortController(), until = "never said") {
  model.play(script);
  return read(reader, until);
}

/** Until it ends; or gives up as soon as it has read `until`. */
async function read(reader = new AbortController(), until = "never said") {
  let text = "";
  let end = "silent";
  let usage = null;
  try {
    for await (const piece of stream([{ role: "user", content: "?" }], reader.signal)) {
      if ("text" in piece) text += piece.text;
      if ("wasThought" in piece) text = "";
      if (text === until) reader.abort();
      if ("end" in piece) ({ end } = piece);
      if ("usage" in piece) ({ usage } = piece);
    }
    return { text, end, usage };
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error;
    return { text, end: error.reason, usage };
  }
}

const untilClosed = () => expect.poll(() => model.open(), { timeout: 1000 }).toBe(0);
const events = (...data: unknown[]): Script => ({
  raw: data.flatMap((each) => [`data: ${JSON.stringify(each)}`, ""]).concat(""),
});
const says = (content: unknown, more: object = {}) => ({ choices: [{ index: 0, delta: { content, ...more } }] });
const ends = (finish_reason: string) => ({ choices: [{ index: 0, delta: {}, finish_reason }] });

const thought = `data: ${JSON.stringify(says(null, { reasoning_content: "Hm. ".repeat(30) }))}\n\n`;

describe("a model's stream", () => {
  it.each([
    ["a thought", ["<think>\nThe user asks [1].\n</think>\n\nOpen the tab. [1]"], "Open the tab. [1]"],
    [
      "a thought in pieces",
      ["\n<Thi", "nking>a < b </thin", "king>", " ", "<think></think>", " Open ", "it."],
      "Open it.",
    ],
    ["a thought, and nothing else", ["<think>Hm.</think>", "\n\n"], ""],
    ["a thought that never ends", ["<think>", "Hm. ".repeat(9000)], ""],
    ["what only looks like one", ["<th", "ing> is a tag."], "<thing> is a tag."],
    [
      "a thought that nothing began",
      ["The user asks [1].\n</thi", "nk>\n\nOpen", " the tab. [1]"],
      "Open the tab. [1]",
    ],
    ["one in a single piece", ["Hm.</think>Open it."], "Open it."],
    [
      "one that is longer than an answer may be with it",
      ["Hm. ".repeat(1400), "</think>", "Open it. ".repeat(100)],
      "Open it. ".repeat(100),
    ],
    ["the beginning of a tag that comes to nothing", ["Is a <", "/thi", "s>, or 1 <"], "Is a </this>, or 1 <"],
    ["a tag that comes later", ["Write <think>", " here</think>."], "Write <think> here</think>."],
  ])("leaves out what a model thinks: %s", async (_, pieces, text) => {
    const script = events(...pieces.map((piece) => says(piece)), ends("stop"));
    expect(await ask(script)).toMatchObject({ text, end: text ? "complete" : "empty" });
  });

  it("gives the text and says that it is complete", async () => {
    expect(await ask({ say: "Open the CRM tab. [1]" })).toEqual({
      text: "Open the CRM tab. [1]",
      end: "complete",
      usage: null,
    });
    expect(model.requests.at(-1)).toMatchObject({ model: "tiny", stream: true, max_tokens: 1500 });
  });

  it("says when the model ran into its limit", async () => {
    expect(await ask({ say: "Open the", finish: "length" })).toMatchObject({ text: "Open the", end: "length" });
  });

  it.each<[string, Script, string]>([
    ["never answers", "hang", "stalled"],
    ["stalls in the middle", { stallAfter: "Open the" }, "stalled"],
    ["is cut in the middle", { cutAfter: "Open the" }, "cut"],
    ["ends without an ending", { say: "Open the", finish: null }, "cut"],
    ["answers 429", { status: 429, headers: { "retry-after": "60" } }, "refused"],
    ["answers 401", { status: 401 }, "refused"],
    ["answers 400, with and without the option to count", { status: 400 }, "refused"],
    ["answers 500", { status: 500, body: "<html>oops" }, "refused"],
    ["answers 500 with a megabyte", { status: 500, body: "x".repeat(1_000_000) }, "refused"],
    ["answers with a page", { status: 200, body: "<html>hello</html>" }, "cut"],
    [
      "answers without streaming",
      { status: 200, body: JSON.stringify({ choices: [{ message: { content: "Hi" } }] }) },
      "cut",
    ],
    ["sends broken JSON", { raw: ["data: {not json", "", ""] }, "garbage"],
    ["sends nothing at all as JSON", events(null, 7, "x", [], [[]], { choices: null }, { choices: 3 }), "cut"],
    ["sends JSON of another shape", events({ hello: 1 }, says(7), says({}), { choices: [null] }), "cut"],
    ["sends an error within the stream", events({ error: { message: "overloaded" } }), "garbage"],
    ["says nothing", { say: "" }, "empty"],
    ["calls a tool nobody gave it", events(says(null, { tool_calls: [{}] }), ends("tool_calls")), "empty"],
    ["speaks, then calls a tool", events(says("Let me look. "), ends("tool_calls")), "cut"],
    ["stops over its own filter", events(says("Open the"), ends("content_filter")), "cut"],
    ["speaks as the system", events(says("Hi", { role: "system" }), says(" there"), ends("stop")), "empty"],
    ["speaks as a tool", events(says("Hi", { role: "tool" }), ends("stop")), "empty"],
  ])("ends with its reason when the model %s", async (_, script, reason) => {
    expect((await ask(script)).end).toBe(reason);
    await untilClosed();
  });

  it("gives only what is said as the assistant", async () => {
    const script = events(says("You are", { role: "user" }), says("Open it.", { role: "assistant" }), ends("stop"));
    expect(await ask(script)).toMatchObject({ text: "Open it.", end: "complete" });
  });

  it("ends when the model does not stop talking", async () => {
    const { text, end } = await ask({ say: "word ".repeat(4000) });
    expect(end).toBe("length");
    expect(text.length).toBeLessThan(6100);
    await untilClosed();
  });

  it("ends when the model says a megabyte at once", async () => {
    const { text, end } = await ask(events(says("word ".repeat(200_000))));
    expect([text.length, end]).toEqual([6000, "length"]);
    await untilClosed();
  });

  it.each<[string, string]>([
    ["a line that does not end", "x".repeat(65_536)],
    ["comments and nothing else", ": keep alive\n\n".repeat(4000)],
    ["thoughts and no answer", thought.repeat(400)],
  ])("ends when the model sends %s", async (_, endless) => {
    stream = openStream(model.baseUrl, { firstPiece: 20_000, nextPiece: 20_000, whole: 20_000 });
    expect((await ask({ endless })).end).toBe("garbage");
    await untilClosed();
  });

  it("is given up without a word when nobody reads any more", async () => {
    const given = await ask({ stallAfter: "Open the" }, new AbortController(), "Open the");
    expect(given).toMatchObject({ text: "Open the", end: "silent" });
    await untilClosed();
  });

  it("ends when no model listens", async () => {
    stream = openStream("http://127.0.0.1:9/v1");
    expect((await read()).end).toBe("unreachable");
  });
});

describe("a model that wants to be left alone", () => {
  it.each([
    ["seconds", () => "2"],
    ["a date", () => new Date(Date.now() + 2500).toUTCString()],
  ])("is left alone for as long as it says in %s, and asked again then", async (_, sayWait) => {
    expect((await ask({ status: 429, headers: { "retry-after": sayWait() } })).end).toBe("refused");
    model.play({ say: "Yes." });
    expect((await read()).end).toBe("resting");
    expect(model.requests).toHaveLength(1);
    await expect.poll(async () => (await read()).end, { timeout: 4000 }).toBe("complete");
  });

  it.each(["soon", "-1", "", undefined])("is asked at once where it does not say for how long: %s", async (wait) => {
    await ask({ status: 429, headers: wait === undefined ? {} : { "retry-after": wait } });
    expect((await ask({ say: "Yes." })).end).toBe("complete");
  });
});

describe("what an answer took", () => {
  const usage = { prompt_tokens: 700, completion_tokens: 40, total_tokens: 740 };
  const counted = { promptTokens: 700, completionTokens: 40 };

  it("is asked for, and read after the answer's end", async () => {
    expect(await ask({ say: "Yes.", usage })).toEqual({ text: "Yes.", end: "complete", usage: counted });
    expect(model.requests[0]).toMatchObject({ stream_options: { include_usage: true } });
  });

  it("is read where it comes with the end", async () => {
    expect(await ask(events(says("Yes."), { ...ends("stop"), usage }))).toMatchObject({ usage: counted });
  });

  it.each([400, 422])("is not asked for again of a server that refuses the question with %i", async (status) => {
    model.play({ status }, { say: "Yes." });
    expect(await read()).toMatchObject({ text: "Yes.", end: "complete", usage: null });
    expect((await read()).end).toBe("complete");
    expect(model.requests.map((request) => "stream_options" in request)).toEqual([true, false, false]);
  });

  it.each<[string, Script]>([
    ["hangs", { bytes: [Buffer.from(streamOf("Yes."))], after: "stall" }],
    ["breaks off", { bytes: [Buffer.from(streamOf("Yes."))], after: "cut" }],
    ["sends nonsense", { raw: [streamOf("Yes."), "data: {", "", ""] }],
    ["counts nonsense", { say: "Yes.", usage: { prompt_tokens: -1, completion_tokens: "many" } }],
  ])("is not known, and the answer complete, where the server %s instead", async (_, script) => {
    const startedAt = performance.now();
    expect(await ask(script)).toEqual({ text: "Yes.", end: "complete", usage: null });
    expect(performance.now() - startedAt).toBeLessThan(2000);
    await untilClosed();
  });
});
