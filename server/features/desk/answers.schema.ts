import { z } from "zod";
import { AnswerEvidence, RecordedPassage } from "../ask/ask.schema.ts";
import { ANSWER_MODES, VERDICTS } from "../ask/ask.values.ts";
import { LinkedArticle } from "./desk.schema.ts";

// Read by the desk only; every route needs a signed-in member of staff.

/** `GET /api/desk/answers?verdict=&helped=&q=&cursor=` */
export const AnswerQuery = z.object({
  verdict: z.enum(VERDICTS).optional(),
  helped: z.enum(["yes", "no"]).optional(),
  /** Words of the question. */
  q: z.string().trim().max(500).optional(),
  cursor: z.string().max(120).optional(),
});
export type AnswerQuery = z.infer<typeof AnswerQuery>;

export const AnswerSummary = z.object({
  id: z.string(),
  /** Without addresses and long numbers. */
  question: z.string(),
  articleId: z.string().nullable(),
  verdict: z.enum(VERDICTS),
  mode: z.enum(ANSWER_MODES),
  /** "Did this help?" Null: nobody said. */
  helped: z.boolean().nullable(),
  reason: z.string().nullable(),
  /** Nobody read to its end. */
  stopped: z.boolean(),
  /** Written before, for somebody else who asked the same. */
  cached: z.boolean(),
  createdAt: z.iso.datetime(),
});
export type AnswerSummary = z.infer<typeof AnswerSummary>;
export const AnswerList = z.object({ answers: z.array(AnswerSummary), next: z.string().nullable() });
export type AnswerList = z.infer<typeof AnswerList>;

/** `GET /api/desk/answers/:id`: an answer, and why it said that. `now`: what has become of the article since. */
export const AnswerDetail = AnswerSummary.extend(AnswerEvidence.shape).extend({
  article: LinkedArticle,
  passages: z.array(RecordedPassage.extend({ now: z.enum(["same", "changed", "gone"]) })),
  /** The questions of the same thread, this one included, oldest first. */
  thread: z.array(z.object({ id: z.string(), question: z.string() })),
});
export type AnswerDetail = z.infer<typeof AnswerDetail>;
