import { CASE_STATES } from "../escalation/escalation.values.ts";

/** Lists shared with the browser; imports nothing but lists. */
/** What a list of cases may be narrowed to: a state, or whatever is not solved. */
export const LISTED_STATES = ["unsolved", ...CASE_STATES] as const;
export const PRIORITIES = ["low", "normal", "high", "urgent"] as const;
export const CASE_SORTS = ["changed", "waiting"] as const;
/** Cases that one request changes. */
export const CHANGES_MAX = 100;
export const TAG_MAX = 40;
export const TAGS_MAX = 10;
export const SUBJECT_MAX = 120;
/** What was done to a case last, as the audit log names it behind `case.`, and what its own messages say. */
export const DEEDS = [
  "solved",
  "opened",
  "waits",
  "renewed",
  "assigned",
  "snoozed",
  "woken",
  "tagged",
  "prioritised",
  "renamed",
  "merged",
  "joined",
  "parted",
  "junked",
  "unjunked",
  "replied",
  "noted",
  "wrote",
] as const;
