import { splitWords } from "#server/knowledge/words.ts";
import { answersKind, KINDS, type QuestionKind } from "./asking/asking.ts";

export const kindOfQuestion = (question: string): QuestionKind =>
  KINDS.find(([, pattern]) => pattern.test(question))?.[0] ?? "other";

/** A question of so many words at most, of no kind, only names a topic. */
const TOPIC_AT_MOST = 3;

export const namesTopic = (question: string): boolean =>
  kindOfQuestion(question) === "other" && splitWords(question).length <= TOPIC_AT_MOST;

/** 1 where a sentence has what such a question asks for, -1 where it does not, 0 where nothing can be said. */
export const fitsKind = (kind: QuestionKind, sentence: string): number =>
  kind === "other" ? 0 : answersKind(kind, sentence) ? 1 : -1;
