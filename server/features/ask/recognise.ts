import { splitWords } from "#server/knowledge/words.ts";
import { REMARKS, wordsOfAll, type Remark } from "./asking/asking.ts";
import { remarkWords } from "./remarks.words.ts";

const ABUSE = wordsOfAll("abuse");
const AROUND_ABUSE = wordsOfAll("aroundAbuse");

function isAbuse(text: string): boolean {
  const words = splitWords(text);
  return words.some((word) => ABUSE.has(word)) && words.every((word) => ABUSE.has(word) || AROUND_ABUSE.has(word));
}

/** Greetings, thanks, abuse, the wish for a person, and questions about the one who answers; null for everything else. */
export function recogniseRemark(question: string): Remark | null {
  if (isAbuse(question)) return "abuse";
  return REMARKS.find(([, pattern]) => pattern.test(question.trim()))?.[0] ?? null;
}

export const replyTo = (remark: Remark): string => remarkWords[remark];
