import { z } from "zod";
import { ArticleId } from "#content/schema.ts";
import type { Attachment } from "./attachment.schema.ts";
import { CASE_STATES, MESSAGE_MAX, SUBJECT_MAX, TRAIL_KINDS, TRAIL_MAX } from "./escalation.values.ts";

export const TrailItem = z.object({
  at: z.iso.datetime(),
  kind: z.enum(TRAIL_KINDS),
  /** What it is about: the address of a page of the product, an article id, `<article id>#<step or section>`, the words searched, the id of an answer, a check or a trace. */
  ref: z.string().max(300),
  /** One line for people. */
  title: z.string().max(300),
  detail: z.string().max(4000).optional(),
  /** Content hash of the article that it is about, as the reader had it. */
  version: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional(),
});
export type TrailItem = z.infer<typeof TrailItem>;

export const EscalationInput = z.object({
  email: z.email().max(254),
  name: z.string().trim().max(120).optional(),
  message: z.string().trim().min(3).max(MESSAGE_MAX),
  /** In the customer's words; the message's first ones where there is none. */
  subject: z.string().trim().max(SUBJECT_MAX).optional(),
  /** A topic of hub.yaml. */
  topicId: z.string().max(80).optional(),
  articleId: ArticleId.optional(),
  /** Path of the page it was sent from: on this hub, whatever a browser makes of it. */
  url: z
    .string()
    .max(600)
    .regex(/^\/(?![/\\])[^\s\\]*$/, "use the path of a page of this hub, such as /contact/")
    .optional(),
  trail: z.array(TrailItem).max(TRAIL_MAX).default([]),
  /** What altcha's widget hands over, after an answer `proof_required` with its `challenge`. */
  proof: z.string().max(4000).optional(),
});
export type EscalationInput = z.infer<typeof EscalationInput>;

/** 201. `receiptUrl` is the private link; whoever has it can read and answer. */
export const EscalationReceipt = z.object({ id: z.string(), reference: z.string(), receiptUrl: z.string() });
export type EscalationReceipt = z.infer<typeof EscalationReceipt>;

export const CaseState = z.enum(CASE_STATES);
export type CaseState = z.infer<typeof CaseState>;

/** A customer's answer on the receipt page, or an agent's reply at the desk. */
export const ReplyInput = z.object({ body: z.string().trim().min(1).max(MESSAGE_MAX) });
export type ReplyInput = z.infer<typeof ReplyInput>;

/** A case as its customer sees it on the receipt page. */
export type Receipt = {
  id: string;
  reference: string;
  state: CaseState;
  /** The reference of the request that support has merged this one into. */
  goesOnAs: string | null;
  email: string;
  name: string | null;
  subject: string | null;
  message: string;
  articleId: string | null;
  url: string | null;
  trail: TrailItem[];
  createdAt: Date;
  closedAt: Date | null;
  /** When a person answers at the latest; null while nobody waits for one. */
  answerBy: Date | null;
  messages: { id: string; from: "customer" | "agent"; author: string; body: string; at: Date }[];
  attachments: Attachment[];
  /** What became of the mail with the link: `held` did not go out, null: this hub sends none. */
  mail: "promised" | "held" | null;
  expiresAt: Date;
};
