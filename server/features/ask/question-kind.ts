import { answersKind, KINDS, type QuestionKind } from "./asking/asking.ts";

export const kindOfQuestion = (question: string): QuestionKind =>
  KINDS.find(([, pattern]) => pattern.test(question))?.[0] ?? "other";

/** 1 where a sentence has what such a question asks for, -1 where it does not, 0 where nothing can be said. */
export const fitsKind = (kind: QuestionKind, sentence: string): number =>
  kind === "other" ? 0 : answersKind(kind, sentence) ? 1 : -1;
