import { z } from "zod";
import { httpUrl } from "#server/core/http-url.ts";
import { HOOK_EVENT_NAMES } from "#server/outbox/hooks/hook-events.values.ts";

// Read by admins at the desk only.

const Events = z
  .array(z.enum(HOOK_EVENT_NAMES))
  .min(1, "choose what it is told of")
  .transform((names) => [...new Set(names)]);

const Address = httpUrl.pipe(
  z
    .string()
    .max(500)
    .refine(
      (url) => !new URL(url).username && !new URL(url).password,
      "leave user and password out: events are signed",
    ),
);

export const WebhookInput = z.strictObject({ url: Address, events: Events });
export type WebhookInput = z.infer<typeof WebhookInput>;

export const WebhookChange = z
  .strictObject({ on: z.boolean(), ...WebhookInput.shape })
  .partial()
  .refine((change) => Object.keys(change).length > 0, { path: ["on"], error: "say what to change" });
export type WebhookChange = z.infer<typeof WebhookChange>;

/** `secret` is told this once. */
export const NewWebhook = z.object({ id: z.string(), secret: z.string() });
export type NewWebhook = z.infer<typeof NewWebhook>;

const WebhookView = z.object({
  id: z.string(),
  url: z.string(),
  events: z.array(z.string()),
  on: z.boolean(),
  /** Why the hub turned it off by itself. */
  offReason: z.string().nullable(),
  /** Since when nothing gets through. */
  failingSince: z.iso.datetime().nullable(),
  madeBy: z.string(),
  createdAt: z.iso.datetime(),
  /** Deliveries that wait, and that were given up. */
  waiting: z.number().int(),
  dead: z.number().int(),
});
export type WebhookView = z.infer<typeof WebhookView>;
export const Webhooks = z.object({ webhooks: z.array(WebhookView) });
export type Webhooks = z.infer<typeof Webhooks>;

export const WebhookPath = z.object({ id: z.string().max(60) });
export const DeliveryPath = WebhookPath.extend({ deliveryId: z.string().max(60) });
export const HookLogQuery = z.object({ before: z.string().max(60).optional() });

const HookAttempt = z.object({
  at: z.iso.datetime(),
  /** HTTP; null: there was no answer. */
  status: z.number().int().nullable(),
  ms: z.number().int(),
  said: z.string().nullable(),
});

const HookDelivery = z.object({
  id: z.string(),
  type: z.string(),
  state: z.enum(["waiting", "sent", "dead"]),
  attempts: z.number().int(),
  createdAt: z.iso.datetime(),
  nextAt: z.iso.datetime().nullable(),
  last: HookAttempt.nullable(),
});
export type HookDelivery = z.infer<typeof HookDelivery>;

/** The newest first, fifty at a time; `next` is the `before` of the older ones. */
export const HookLog = z.object({ items: z.array(HookDelivery), next: z.string().nullable() });
export type HookLog = z.infer<typeof HookLog>;

/** With what was sent, and every attempt, the latest first. */
export const HookDeliveryDetail = z.object({ body: z.unknown(), attempts: z.array(HookAttempt) });
export type HookDeliveryDetail = z.infer<typeof HookDeliveryDetail>;
