import type { SentenceEvent } from "../ask.schema.ts";
import { checkSentence } from "../check/check-sentence.ts";
import type { NumberedSource } from "../sources.ts";
import type { Turn } from "../thread.ts";
import { createSentenceCutter } from "./cut-sentences.ts";
import { buildPrompt } from "./prompt.ts";
import type { StreamModel } from "./stream-model.ts";
import { NOT_IN_PASSAGES } from "./system-prompt.ts";

/** How it ended. `withheld` counts sentences that no source supports. */
export type ModelEnding = { end: "complete" | "length" | "not_there"; withheld: number };

type ModelQuestion = { question: string; sources: NumberedSource[]; turns: Turn[]; signal: AbortSignal };

/**
 * Yields the model's sentences, each held against its sources first, and returns how it ended.
 * @throws ModelFailure when the model fails on the way; what was yielded stays true.
 */
export async function* writeModel(
  streamModel: StreamModel,
  { question, sources, turns, signal }: ModelQuestion,
): AsyncGenerator<SentenceEvent, ModelEnding> {
  const cutter = createSentenceCutter();
  const ending: ModelEnding = { end: "complete", withheld: 0 };
  for await (const piece of streamModel(buildPrompt(question, sources, turns), signal)) {
    const written = "text" in piece ? cutter.push(piece.text) : piece.end === "complete" ? cutter.end() : [];
    for (const sentence of written) {
      if (sentence.text.toUpperCase().includes(NOT_IN_PASSAGES)) return { ...ending, end: "not_there" };
      const check = checkSentence(sentence, sources);
      if (check.result === "withheld") ending.withheld += check.reason === "empty" ? 0 : 1;
      else yield check.sentence;
    }
    if ("end" in piece) ending.end = piece.end;
  }
  return ending;
}
