import { z } from "zod";
import { Attachment } from "../escalation/attachment.schema.ts";
import { CaseState, TrailItem } from "../escalation/escalation.schema.ts";

// Read by the desk only; every route needs a signed-in member of staff.

/** `GET /api/desk/cases?state=&q=&cursor=` */
export const CaseQuery = z.object({
  state: CaseState.optional(),
  q: z.string().trim().max(120).optional(),
  cursor: z.string().max(120).optional(),
});
export type CaseQuery = z.infer<typeof CaseQuery>;

export const CaseSummary = z.object({
  id: z.string(),
  reference: z.string(),
  state: CaseState,
  email: z.string(),
  name: z.string().nullable(),
  /** As the customer named it, else the first words of the message. */
  subject: z.string(),
  articleId: z.string().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type CaseSummary = z.infer<typeof CaseSummary>;
export const CaseList = z.object({
  cases: z.array(CaseSummary),
  counts: z.record(CaseState, z.number().int()),
  next: z.string().nullable(),
});
export type CaseList = z.infer<typeof CaseList>;

export const CaseMessage = z.object({
  id: z.string(),
  from: z.enum(["customer", "agent", "note"]),
  author: z.string(),
  /** Who of the staff wrote it; null for the customer. */
  authorId: z.string().nullable(),
  body: z.string(),
  at: z.iso.datetime(),
});
export type CaseMessage = z.infer<typeof CaseMessage>;
export const Delivery = z.object({
  id: z.string(),
  kind: z.string(),
  state: z.enum(["waiting", "sent", "dead"]),
  attempts: z.number().int(),
  lastError: z.string().nullable(),
  nextAt: z.iso.datetime().nullable(),
});
export type Delivery = z.infer<typeof Delivery>;
/** An article as the build that is served has it; null when it is gone. */
export const LinkedArticle = z.object({ title: z.string(), url: z.string() }).nullable();

/** What a customer did, with the article that it is about; `now`: what has become of the version that they had. Null: not known. */
export const CaseTrailItem = TrailItem.extend({
  article: LinkedArticle,
  now: z.enum(["same", "changed", "gone"]).nullable(),
});
export type CaseTrailItem = z.infer<typeof CaseTrailItem>;

/** `GET /api/desk/cases/:id` */
export const CaseDetail = CaseSummary.extend({
  /** The topic's title. */
  topic: z.string().nullable(),
  message: z.string(),
  article: LinkedArticle,
  url: z.string().nullable(),
  trail: z.array(CaseTrailItem),
  messages: z.array(CaseMessage),
  attachments: z.array(Attachment),
  /** When the customer first went to book a time; null: not yet. */
  bookingOpenedAt: z.iso.datetime().nullable(),
  deliveries: z.array(Delivery),
  version: z.number().int(),
});
export type CaseDetail = z.infer<typeof CaseDetail>;

/** `PATCH /api/desk/cases/:id`; 409 when `version` is not the stored one any more. */
export const CaseChange = z.object({ state: CaseState, version: z.int32() });
export type CaseChange = z.infer<typeof CaseChange>;

/** `GET /api/desk/gaps`: searches without a result and questions without an answer, most frequent first. */
export const GapList = z.object({
  searches: z.array(z.object({ text: z.string(), count: z.number().int(), lastAt: z.iso.datetime() })),
  questions: z.array(
    z.object({ text: z.string(), verdict: z.string(), count: z.number().int(), lastAt: z.iso.datetime() }),
  ),
});
export type GapList = z.infer<typeof GapList>;
