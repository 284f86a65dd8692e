import { DENIALS } from "#server/knowledge/negations.ts";
import { QUOTED } from "#server/knowledge/parse-query.ts";
import { isAbbreviated } from "#server/knowledge/sentences.ts";
import { isStopWord, splitWords } from "#server/knowledge/words.ts";
import { JOINS, QUESTIONS } from "./asking/asking.ts";
import { completeQuestion } from "./complete-question.ts";
import type { Side } from "./read-compared.ts";

/** More than these are a list, and none of them is told well. */
const AT_MOST = 3;
/** Words. Less is the rest of the question before: "…and which failed". */
const LEAST = 3;

/** The questions that are asked in one message, each by itself; null where it is one, or says something beside them. */
export function readSeveral(message: string, integrationNames: string[] = []): Side[] | null {
  for (const { begins, another } of QUESTIONS) {
    const parts = cutApart(message, another).filter(tells);
    const isAsked = (part: string): boolean => begins.test(part) && splitWords(part).length >= LEAST;
    if (parts.length < 2 || parts.length > AT_MOST || !parts.every(isAsked)) continue;
    return parts.map((part, at) => sideOf(part, parts[at - 1] ?? null, integrationNames));
  }
  return null;
}

/** What is quoted, or stands behind "e.g.", is no question of its own. */
function cutApart(message: string, another: RegExp): string[] {
  const unquoted = message.replace(QUOTED, (quote) => "_".repeat(quote.length));
  const joints = [...unquoted.matchAll(another)]
    .map(({ index, 0: joint }) => ({ from: index, end: index + joint.length }))
    .filter(({ end }) => !isAbbreviated(message.slice(0, end)));
  const ends = [...joints.map(({ from }) => from), message.length];
  return ends.map((end, at) => message.slice(joints[at - 1]?.end ?? 0, end).replace(JOINS, ""));
}

const tells = (part: string): boolean => splitWords(part).some((word) => !isStopWord(word) && !DENIALS.has(word));

/** One that points at the question before it gets what that is about: "…and how do I remove them". */
const sideOf = (part: string, before: string | null, integrationNames: string[]): Side => ({
  name: `${part.replace(/[\s?!.,;]+$/u, "").replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())}?`,
  question: completeQuestion(part, before, integrationNames),
});
