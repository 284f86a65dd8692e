import { dropStopWords, splitWords } from "#server/knowledge/words.ts";
import { fits, wordsOfAll } from "./asking/asking.ts";

/** One of two things that are compared: what it is called, and what is asked of it alone. */
export type Side = { name: string; question: string };

const JOINING = wordsOfAll("joining");
const AROUND = wordsOfAll("aroundCompared");

/**
 * The two sides of a question that compares two things: the telling words next to "and", "or" or "vs" that only one side has,
 * each with the rest of the question, but for the words of comparing. Null for any other question.
 */
export function readCompared(question: string): [Side, Side] | null {
  if (!fits("comparing", question)) return null;
  const words = splitWords(question);
  const telling = new Set(dropStopWords(words).filter((word) => !AROUND.has(word)));
  const tellingOf = (some: string[]) => some.filter((word) => telling.has(word));
  const all = tellingOf(words);
  for (const [at, word] of words.entries()) {
    if (!JOINING.has(word)) continue;
    const [before, after] = [tellingOf(words.slice(0, at)), tellingOf(words.slice(at + 1))];
    const left = before.findLast((each) => !after.includes(each) && !fits("comparing", each));
    const right = after.find((each) => !before.includes(each) && !fits("comparing", each));
    if (left === undefined || right === undefined) continue;
    const without = (other: string) => all.filter((each) => each !== other).join(" ");
    return [
      { name: left, question: without(right) },
      { name: right, question: without(left) },
    ];
  }
  return null;
}
