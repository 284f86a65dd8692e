import { z } from "zod";
import { Attachment } from "../escalation/attachment.schema.ts";
import { CaseState, TrailItem } from "../escalation/escalation.schema.ts";
import { PRIORITIES } from "./cases.values.ts";

// Read by the desk only; every route needs a signed-in member of staff.

const Count = z.number().int();

export const CaseSummary = z.object({
  id: z.string(),
  reference: z.string(),
  state: CaseState,
  email: z.string(),
  name: z.string().nullable(),
  /** As it was named, else the first words of the message. */
  subject: z.string(),
  articleId: z.string().nullable(),
  topicId: z.string().nullable(),
  owner: z.object({ id: z.string(), name: z.string() }).nullable(),
  priority: z.enum(PRIORITIES),
  tags: z.array(z.string()),
  /** Out of sight until then, which may have come. */
  snoozedUntil: z.iso.datetime().nullable(),
  /** The case that it goes on in; it is solved itself. */
  mergedInto: z.object({ id: z.string(), reference: z.string() }).nullable(),
  /** Since when it is junk; null: it is not. */
  junkAt: z.iso.datetime().nullable(),
  /** Since when its customer waits for a word of ours; null while they do not. */
  waitingSince: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** Grows with every change; whoever changes says which one they saw. */
  version: z.number().int(),
});
export type CaseSummary = z.infer<typeof CaseSummary>;
/** What each filter would list, with the others as they are. */
export const CaseCounts = z.object({
  /** By state. */
  unsolved: Count,
  new: Count,
  open: Count,
  waiting: Count,
  solved: Count,
  all: Count,
  snoozed: Count,
  junk: Count,
  /** By owner, and where a note names me. */
  anybody: Count,
  mine: Count,
  nobody: Count,
  mentioned: Count,
});
export type CaseCounts = z.infer<typeof CaseCounts>;
export const CaseList = z.object({
  cases: z.array(CaseSummary),
  counts: CaseCounts,
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
  /** The reference of the merged case that it was said in; null: in this one. */
  of: z.string().nullable(),
});
export type CaseMessage = z.infer<typeof CaseMessage>;
export const Delivery = z.object({
  id: z.string(),
  kind: z.string(),
  /** Whom a mail is for. */
  to: z.string().nullable(),
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

/** `waitsFor`: with whose next reply it goes out; null for what has gone out or come, and for what goes with anybody's. */
export const DeskAttachment = Attachment.extend({
  waitsFor: z.object({ id: z.string(), name: z.string() }).nullable(),
});
export type DeskAttachment = z.infer<typeof DeskAttachment>;

/** `GET /api/desk/cases/:id` */
export const CaseDetail = CaseSummary.extend({
  /** The topic's title. */
  topic: z.string().nullable(),
  message: z.string(),
  article: LinkedArticle,
  /** What its customer reads; null: the hub's first language. */
  language: z.string().nullable(),
  url: z.string().nullable(),
  trail: z.array(CaseTrailItem),
  /** Those of cases that go on in this one are among them. */
  messages: z.array(CaseMessage),
  /** Cases that go on in this one, the oldest first. */
  merged: z.array(z.object({ id: z.string(), reference: z.string() })),
  attachments: z.array(DeskAttachment),
  /** When the customer first went to book a time; null: not yet. */
  bookingOpenedAt: z.iso.datetime().nullable(),
  deliveries: z.array(Delivery),
});
export type CaseDetail = z.infer<typeof CaseDetail>;
