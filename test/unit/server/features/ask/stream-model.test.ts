import { beforeEach, describe, expect, it } from "vitest";
import { createModelStream } from "#server/features/ask/model/stream-model.ts";
import { ModelFailure } from "#server/features/ask/model/model-failure.ts";
import { startModel, type Script } from "#test/fakes/model.ts";

const model = await startModel();
const timeouts = { firstPiece: 250, nextPiece: 250, whole: 1500 };
const stream = createModelStream({ apiKey: null, baseUrl: model.baseUrl, name: "tiny" }, timeouts);

beforeEach(() => model.play({ say: "Yes." }));

/** What was streamed, and how it ended. */
async function ask(script: Script, signal = new AbortController().signal) {
  model.play(script);
  let text = "";
  try {
    for await (const piece of stream([{ role: "user", content: "?" }], signal)) {
      if ("end" in piece) return { text, end: piece.end };
      text += piece.text;
    }
    return { text, end: "silent" };
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error;
    return { text, end: error.reason };
  }
}

const untilClosed = () => expect.poll(() => model.open(), { timeout: 1000 }).toBe(0);

describe("a model's stream", () => {
  it("gives the text and says that it is complete", async () => {
    expect(await ask({ say: "Open the CRM tab. [1]" })).toEqual({ text: "Open the CRM tab. [1]", end: "complete" });
    expect(model.requests.at(-1)).toMatchObject({ model: "tiny", stream: true, max_tokens: 1500 });
  });

  it("says when the model ran into its limit", async () => {
    expect(await ask({ say: "Open the", finish: "length" })).toEqual({ text: "Open the", end: "length" });
  });

  it.each<[string, Script, string]>([
    ["never answers", "hang", "stalled"],
    ["stalls in the middle", { stallAfter: "Open the" }, "stalled"],
    ["is cut in the middle", { cutAfter: "Open the" }, "cut"],
    ["ends without an ending", { say: "Open the", finish: null }, "cut"],
    ["answers 429", { status: 429, headers: { "retry-after": "60" } }, "refused"],
    ["answers 401", { status: 401 }, "refused"],
    ["answers 500", { status: 500, body: "<html>oops" }, "refused"],
    ["answers with a page", { status: 200, body: "<html>hello</html>" }, "cut"],
    [
      "answers without streaming",
      { status: 200, body: JSON.stringify({ choices: [{ message: { content: "Hi" } }] }) },
      "cut",
    ],
    ["sends broken JSON", { raw: ["data: {not json", "", ""] }, "garbage"],
    [
      "sends JSON of another shape",
      { raw: ['data: {"hello":1}', "", 'data: {"choices":[{"delta":{"content":7}}]}', "", ""] },
      "cut",
    ],
    ["sends an error within the stream", { raw: ['data: {"error":{"message":"overloaded"}}', "", ""] }, "garbage"],
    ["says nothing", { say: "" }, "empty"],
    [
      "calls a tool nobody gave it",
      { raw: ['data: {"choices":[{"delta":{"tool_calls":[]},"finish_reason":"tool_calls"}]}', "", ""] },
      "empty",
    ],
  ])("ends with its reason when the model %s", async (_, script, reason) => {
    expect((await ask(script)).end).toBe(reason);
    await untilClosed();
  });

  it("ends when the model does not stop talking", async () => {
    const { text, end } = await ask({ say: "word ".repeat(4000) });
    expect(end).toBe("length");
    expect(text.length).toBeLessThan(6100);
    await untilClosed();
  });

  it("ends when the model says it all at once", async () => {
    const piece = JSON.stringify({ choices: [{ index: 0, delta: { content: "word ".repeat(100_000) } }] });
    const { text, end } = await ask({ raw: [`data: ${piece}`, "", ""] });
    expect([text.length, end]).toEqual([6000, "length"]);
    await untilClosed();
  });

  it("is given up without a word when nobody reads any more", async () => {
    const reader = new AbortController();
    setTimeout(() => reader.abort(), 60);
    expect(await ask({ stallAfter: "Open the" }, reader.signal)).toEqual({ text: "Open the", end: "silent" });
    await untilClosed();
  });

  it("ends when no model listens", async () => {
    const nobody = createModelStream({ apiKey: null, baseUrl: "http://127.0.0.1:9/v1", name: "tiny" }, timeouts);
    await expect(nobody([{ role: "user", content: "?" }], new AbortController().signal).next()).rejects.toMatchObject({
      reason: "unreachable",
    });
  });
});
