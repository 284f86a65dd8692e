import { and, eq, isNull, ne, or } from "drizzle-orm";
import { answers } from "#db/schema/ask.ts";

/**
 * Answers that left something open: none or one in part, and those that did not help. Not what a reader stopped, and not
 * what helped all the same.
 */
export const LEFT_OPEN = and(
  or(isNull(answers.stopped), eq(answers.stopped, false)),
  or(isNull(answers.helped), eq(answers.helped, false)),
  or(ne(answers.verdict, "answered"), eq(answers.helped, false)),
);
