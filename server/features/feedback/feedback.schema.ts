import { z } from "zod";
import { ArticleId } from "#content/schema.ts";
import { NO_REASONS, SIGNAL_KINDS, VOTE_REASONS, YES_REASONS } from "./feedback.values.ts";

export const VoteReason = z.enum(VOTE_REASONS);
export type VoteReason = z.infer<typeof VoteReason>;

/** Whether a reason goes with the answer: each has its own list. */
export const fitsAnswer = (answered: boolean, reason: VoteReason): boolean =>
  (answered ? YES_REASONS : NO_REASONS).some((fitting) => fitting === reason);

export const VoteInput = z
  .object({
    articleId: ArticleId,
    answered: z.boolean(),
    reason: VoteReason.optional(),
    comment: z.string().trim().max(2000).optional(),
    /** "Tell me when it is fixed." */
    email: z.email().max(254).optional(),
  })
  .refine(({ answered, reason }) => !reason || fitsAnswer(answered, reason), {
    path: ["reason"],
    error: "goes with the other answer",
  });
export type VoteInput = z.infer<typeof VoteInput>;

/** 201. `changed` says that an earlier vote of this visitor was changed. */
export const VoteReceipt = z.object({ id: z.string(), changed: z.boolean() });
export type VoteReceipt = z.infer<typeof VoteReceipt>;

export const SignalInput = z
  .object({
    kind: z.enum(SIGNAL_KINDS),
    articleId: ArticleId,
    /** The step that was done or failed. */
    stepId: z.string().min(1).max(80).optional(),
    /** Version of the article that the reader has open. */
    contentHash: z.string().regex(/^[0-9a-f]{16}$/),
  })
  .refine(({ kind, stepId }) => (kind === "view") === (stepId === undefined), {
    path: ["stepId"],
    error: "a step has one, a view has none",
  });
export type SignalInput = z.infer<typeof SignalInput>;
