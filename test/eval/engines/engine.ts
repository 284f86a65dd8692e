import type { EvalDoc } from "../support/sets.ts";

/** Something that finds documents for a question. */
export type Engine = { rank: (query: string) => string[]; close: () => void };
export type OpenEngine = (docs: EvalDoc[]) => Engine;

/** Words that plain engines leave out of a question: an English list such as search libraries ship. */
const STOP_WORDS = new Set(
  `a about after all also am an and any are as at be because been before being but by can could did do does doing for from
  had has have having he her here him his how i if in into is it its just me more most my no not of on or our out over own
  s she so some such t than that the their them then there these they this those through to too under up very was we were
  what when where which while who whom why will with would you your`.split(/\s+/),
);

export function tellingWords(query: string): string[] {
  const words = query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !STOP_WORDS.has(word));
  return [...new Set(telling.length > 0 ? telling : words)];
}
