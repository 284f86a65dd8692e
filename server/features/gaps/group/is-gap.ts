import { and, eq, ne, or, sql } from "drizzle-orm";
import { notTrue } from "#db/query.ts";
import { answers } from "#db/schema/ask.ts";

/**
 * Answers that left something open: none or one in part, and those that did not help. Not what a reader stopped, and not
 * what helped all the same.
 */
export const LEFT_OPEN = and(
  notTrue(answers.stopped),
  // no index of `helped`: what is new is read in the order of time
  sql`coalesce(${answers.helped}, false) = false`,
  or(ne(answers.verdict, "answered"), eq(answers.helped, false)),
);
