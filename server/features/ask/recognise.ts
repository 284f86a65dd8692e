import { splitWords } from "#server/knowledge/words.ts";
import { leans } from "./complete-question.ts";
import { REMARKS, wordsOfAll, type Remark } from "./asking/asking.ts";
import { remarkWords } from "./remarks.words.ts";

const ABUSE = wordsOfAll("abuse");
const AROUND_ABUSE = wordsOfAll("aroundAbuse");

function isAbuse(text: string): boolean {
  const words = splitWords(text);
  return words.some((word) => ABUSE.has(word)) && words.every((word) => ABUSE.has(word) || AROUND_ABUSE.has(word));
}

/**
 * Greetings, thanks, abuse, the wish for a person, complaints that name nothing, and questions about the one who answers;
 * null for everything else. With something that it can point at, said before or open, "it does not work" names something.
 */
export function recogniseRemark(question: string, canPoint = false): Remark | null {
  if (isAbuse(question)) return "abuse";
  const remark = REMARKS.find(([, pattern]) => pattern.test(question.trim()))?.[0] ?? null;
  return remark === "vague" && canPoint && leans(question) ? null : remark;
}

export const replyTo = (remark: Remark): string => remarkWords[remark];
