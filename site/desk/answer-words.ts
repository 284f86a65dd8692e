import type { AnswerSummary } from "#server/features/desk/answers.schema.ts";

export const VERDICTS = { answered: "answered", partial: "in part", unanswered: "not found" };
export const VERDICT_MARKS = { answered: "v-full", partial: "v-half", unanswered: "v-none" };

const REASONS: Record<string, string> = {
  wrong: "it is wrong",
  incomplete: "something is missing",
  not_asked: "not what was asked",
  outdated: "out of date",
  other: "something else",
};

/** What the reader thought of it; "" where they did not say. */
export function sayHelped({ helped, reason }: Pick<AnswerSummary, "helped" | "reason">): string {
  if (helped === null) return "";
  const why = reason ? `: ${REASONS[reason] ?? reason}` : "";
  return helped ? "helped" : `did not help${why}`;
}
