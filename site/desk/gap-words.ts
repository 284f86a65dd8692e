import type { GapSummary } from "#server/features/gaps/gaps.schema.ts";

const plural = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`);

/** "12 questions, 3 searches" */
export const sayCounts = ({ questions, searches }: Pick<GapSummary, "questions" | "searches">): string =>
  [
    ...(questions > 0 ? [plural(questions, "question", "questions")] : []),
    ...(searches > 0 ? [plural(searches, "search", "searches")] : []),
  ].join(", ");

export const sayTimes = (count: number): string => (count === 1 ? "once" : `${count} times`);
