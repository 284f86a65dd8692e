import { z } from "zod";
import type { HookEventName } from "./hook-events.values.ts";

// What is sent of each event. Released: fields are added, never taken away or renamed (docs/adr/0031).

/** Of every event's body. A shape that had to break would have another. */
export const HOOK_VERSION = "1";

const Moment = z.iso.datetime();
const AboutCase = z.object({
  id: z.string(),
  /** What people say on the phone. */
  reference: z.string(),
  email: z.string(),
  name: z.string().nullable(),
  /** Where staff answer it. */
  deskUrl: z.string(),
});
const Files = z.array(z.object({ name: z.string(), size: z.number().int() }));
const By = z.enum(["customer", "support"]);

/** A case's address is in `email`, where erasing an address looks for it. */
export const HOOK_DATA = {
  "case.opened": AboutCase.extend({
    subject: z.string().nullable(),
    topicId: z.string().nullable(),
    message: z.string(),
    articleId: z.string().nullable(),
    url: z.string().nullable(),
    files: Files,
    createdAt: Moment,
  }),
  "case.replied": AboutCase.extend({
    messageId: z.string(),
    /** The address of who wrote; `email` is the customer's. */
    author: z.string(),
    body: z.string(),
    files: Files,
    at: Moment,
  }),
  "case.answered": AboutCase.extend({ messageId: z.string(), author: z.string(), body: z.string(), at: Moment }),
  "case.solved": AboutCase.extend({ by: By, at: Moment }),
  "case.reopened": AboutCase.extend({ by: By, at: Moment }),
  "vote.cast": z.object({
    id: z.string(),
    articleId: z.string(),
    answered: z.boolean(),
    reason: z.string().nullable(),
    comment: z.string().nullable(),
    changed: z.boolean(),
    at: Moment,
  }),
  "article.fixed": z.object({ articleId: z.string(), version: z.string(), at: Moment }),
  "answer.unanswered": z.object({
    answerId: z.string(),
    /** Without addresses, keys and long numbers. */
    question: z.string(),
    articleId: z.string().nullable(),
    at: Moment,
  }),
  "gap.opened": z.object({ id: z.string(), title: z.string(), at: Moment }),
  "gap.closed": z.object({
    id: z.string(),
    title: z.string(),
    /** The article that answers it; null where staff dismissed it. */
    articleId: z.string().nullable(),
    at: Moment,
  }),
  "check.failed": z.object({
    connectionId: z.string(),
    integration: z.string(),
    checkId: z.string(),
    failed: z.array(z.object({ fact: z.string(), title: z.string(), code: z.string() })),
    at: Moment,
  }),
  "webhook.test": z.object({ webhookId: z.string(), by: z.string(), at: Moment }),
} satisfies Record<HookEventName, z.ZodType>;

/** `key` is the event's own, and begins with the id of what it is about: told twice, it is delivered once. */
export type HookEvent = {
  [Name in HookEventName]: { type: Name; key: string; data: z.input<(typeof HOOK_DATA)[Name]> };
}[HookEventName];

/** As it is posted. */
export const hookBody = (name: HookEventName) =>
  z.object({ type: z.literal(name), version: z.literal(HOOK_VERSION), timestamp: Moment, data: HOOK_DATA[name] });
