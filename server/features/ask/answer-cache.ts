import { createHash } from "node:crypto";
import type { SentenceEvent } from "./ask.schema.ts";
import type { Ending } from "./write-answer.ts";

/** What makes two answers the same. */
export type AnswerKey = {
  question: string;
  /** The article and section that are open. */
  page: string | null;
  /** What the model was given, in the order of its numbers: answers cite by these. */
  sources: string;
  /** Names what all articles say, their titles and headings too. */
  knowledge: string;
  /** What was made of the question: how far they answer it, and what they do not name. */
  decided: string;
  model: string;
  /** The system prompt. */
  prompt: string;
  /** The one that the hub's own sentences are in. */
  language: string;
};
export type WrittenAnswer = { sentences: SentenceEvent[]; ending: Ending };

/** Of JSON, all answers together. */
const CHARACTERS_AT_MOST = 4_000_000;

export type AnswerCache = ReturnType<typeof createAnswerCache>;

/** Answers that a model has written, in memory: the ones asked for last stay, and none is found once what it was made from has changed. */
export function createAnswerCache(entries = 0, charactersAtMost = CHARACTERS_AT_MOST) {
  /** In the order of their last use. */
  const kept = new Map<string, { answer: WrittenAnswer; size: number }>();
  let characters = 0;
  const forget = (name: string): void => {
    characters -= kept.get(name)?.size ?? 0;
    kept.delete(name);
  };
  return {
    find(key: AnswerKey): WrittenAnswer | null {
      const name = nameOf(key);
      const entry = kept.get(name);
      if (!entry) return null;
      kept.delete(name);
      kept.set(name, entry);
      return entry.answer;
    },
    keep(key: AnswerKey, answer: WrittenAnswer): void {
      // Who asks for a part that is missing may have more luck; what failed or was stopped is never whole.
      const isWhole = answer.ending.mode === "model" && answer.ending.verdict !== "partial";
      if (!isWhole) return;
      const name = nameOf(key);
      forget(name);
      const size = JSON.stringify(answer).length;
      kept.set(name, { answer, size });
      characters += size;
      for (const oldest of kept.keys()) {
        if (kept.size <= entries && characters <= charactersAtMost) return;
        forget(oldest);
      }
    },
  };
}

/** A hash: questions are not kept as they were asked. */
function nameOf({ question, page, sources, knowledge, decided, model, prompt, language }: AnswerKey): string {
  const asked = question.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  const parts = [asked, page, sources, knowledge, decided, model, prompt, language];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
