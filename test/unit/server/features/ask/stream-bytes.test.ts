import { expect, it } from "vitest";
import { ModelFailure } from "#server/features/ask/model/model-failure.ts";
import { createModelStream } from "#server/features/ask/model/stream-model.ts";
import { startModel, streamOf, type Script } from "#test/fakes/model.ts";

const model = await startModel();
const bounds = { timeouts: { firstPiece: 2000, nextPiece: 2000, whole: 5000 }, tokensAtMost: 1500 };
const stream = createModelStream({ apiKey: null, baseUrl: model.baseUrl, name: "tiny" }, bounds);

const TEXT = "Ö “接” 🪜. [1]";
const SENT = Buffer.from(streamOf(TEXT));
/** What comes after the last event's braces are line breaks. */
const WHOLE = SENT.length - 2;

async function ask(script: Script): Promise<{ text: string; end: string }> {
  model.play(script);
  let text = "";
  let end = "silent";
  try {
    for await (const piece of stream([{ role: "user", content: "?" }], new AbortController().signal)) {
      if ("text" in piece) text += piece.text;
      if ("end" in piece) ({ end } = piece);
    }
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error;
    end = error.reason;
  }
  return { text, end };
}

it.each(["end", "cut"] as const)(
  "cut at any byte, by %s of the connection, it is a beginning and says so",
  async (after) => {
    for (let at = 0; at < WHOLE; at++) {
      const { text, end } = await ask({ bytes: [SENT.subarray(0, at)], after });
      expect([at, TEXT.startsWith(text), end]).toEqual([at, true, expect.stringMatching(/^(?:cut|garbage)$/)]);
    }
    expect(await ask({ bytes: [SENT], after })).toEqual({ text: TEXT, end: "complete" });
    await expect.poll(() => model.open()).toBe(0);
  },
);

it("split at any byte, it is the same answer", async () => {
  for (let at = 1; at < SENT.length; at++) {
    const answer = await ask({ bytes: [SENT.subarray(0, at), SENT.subarray(at)] });
    expect([at, answer]).toEqual([at, { text: TEXT, end: "complete" }]);
  }
});

it("byte by byte, it is the same answer", async () => {
  expect(await ask({ bytes: Array.from(SENT, (byte) => Uint8Array.of(byte)) })).toEqual({
    text: TEXT,
    end: "complete",
  });
});

it.each(["\r", "\r\n"])("with line breaks of another kind, it is the same answer: %j", async (lineBreak) => {
  expect(await ask({ raw: [streamOf(TEXT).replaceAll("\n", lineBreak)] })).toEqual({ text: TEXT, end: "complete" });
});

it("with a byte anywhere that is no UTF-8, it ends all the same", async () => {
  for (let at = 0; at < SENT.length; at++) {
    const broken = Buffer.from(SENT);
    broken[at] = 0xff;
    const { end } = await ask({ bytes: [broken] });
    expect(["complete", "cut", "garbage", "empty"]).toContain(end);
  }
  await expect.poll(() => model.open()).toBe(0);
});
