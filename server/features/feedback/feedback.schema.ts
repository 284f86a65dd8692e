import { z } from "zod";
import { ArticleId } from "#content/schema.ts";
import { SIGNAL_KINDS, VOTE_REASONS } from "./feedback.values.ts";

export const VoteReason = z.enum(VOTE_REASONS);
export type VoteReason = z.infer<typeof VoteReason>;

export const VoteInput = z.object({
  articleId: ArticleId,
  answered: z.boolean(),
  reason: VoteReason.optional(),
  comment: z.string().trim().max(2000).optional(),
  /** "Tell me when it is fixed." */
  email: z.email().max(254).optional(),
});
export type VoteInput = z.infer<typeof VoteInput>;

/** 201. `changed` says that an earlier vote of this visitor was changed. */
export const VoteReceipt = z.object({ id: z.string(), changed: z.boolean() });
export type VoteReceipt = z.infer<typeof VoteReceipt>;

export const SignalInput = z.object({
  kind: z.enum(SIGNAL_KINDS),
  articleId: ArticleId,
  stepId: z.string().max(80).optional(),
  /** Version of the article that the reader has open. */
  contentHash: z.string().regex(/^[0-9a-f]{16}$/),
});
export type SignalInput = z.infer<typeof SignalInput>;
