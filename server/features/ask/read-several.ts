import { DENIALS } from "#server/knowledge/negations.ts";
import { isStopWord, splitWords } from "#server/knowledge/words.ts";
import { FURTHER, JOINS, QUESTION } from "./asking/asking.ts";
import { completeQuestion } from "./complete-question.ts";
import type { Side } from "./read-compared.ts";

/** More than these are a list, and none of them is told well. */
const AT_MOST = 3;
/** Words. Less is the rest of the question before: "…and which failed". */
const LEAST = 3;

/** The questions that are asked in one message, each by itself; null where it is one, or says something beside them. */
export function readSeveral(message: string, integrationNames: string[] = []): Side[] | null {
  return (
    QUESTION.map((begins, language) => {
      const parts = message.split(FURTHER[language] ?? begins).map((part) => part.replace(JOINS, ""));
      const telling = parts.filter(tells);
      const isSeveral =
        telling.length > 1 && telling.length <= AT_MOST && telling.every((part) => isAsked(begins, part));
      return isSeveral ? telling.map((part, at) => sideOf(part, telling[at - 1] ?? null, integrationNames)) : null;
    }).find((sides) => sides !== null) ?? null
  );
}

const tells = (part: string): boolean => splitWords(part).some((word) => !isStopWord(word) && !DENIALS.has(word));
const isAsked = (begins: RegExp, part: string): boolean => begins.test(part) && splitWords(part).length >= LEAST;

/** One that points at the question before it gets what that is about: "…and how do I remove them". */
const sideOf = (part: string, before: string | null, integrationNames: string[]): Side => ({
  name: `${part.replace(/[\s?!.,;]+$/u, "").replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())}?`,
  question: completeQuestion(part, before, integrationNames),
});
