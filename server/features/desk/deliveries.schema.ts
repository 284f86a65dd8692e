import { z } from "zod";

// Read by the desk only; every route needs a signed-in member of staff.

/** `GET /api/desk/deliveries?state=&kind=&cursor=`: what was given up, or what waits. */
export const DeliveryQuery = z.object({
  state: z.enum(["dead", "waiting"]).default("dead"),
  /** A channel's, as `channels` names it. */
  kind: z.string().max(40).optional(),
  cursor: z.string().max(120).optional(),
});
export type DeliveryQuery = z.infer<typeof DeliveryQuery>;

const Undelivered = z.object({
  id: z.string(),
  kind: z.string(),
  state: z.enum(["dead", "waiting"]),
  attempts: z.number().int(),
  /** What the other side said the last time. */
  lastError: z.string().nullable(),
  /** When it is tried next; null once it is given up. */
  nextAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  /** The case it is about; null for what is about none, such as a sign-in link. */
  case: z.object({ id: z.string(), reference: z.string() }).nullable(),
});
export type Undelivered = z.infer<typeof Undelivered>;

const DeliveryChannel = z.object({
  kind: z.string(),
  title: z.string(),
  /** Whether support hears of cases there; `unset`: hub.yaml names it, and its settings are not there. */
  state: z.enum(["on", "off", "unset"]),
  /** Its settings are there, so that what waits is sent. */
  set: z.boolean(),
  settings: z.string(),
  waiting: z.number().int(),
  dead: z.number().int(),
});
export type DeliveryChannel = z.infer<typeof DeliveryChannel>;

export const DeliveryList = z.object({
  deliveries: z.array(Undelivered),
  channels: z.array(DeliveryChannel),
  next: z.string().nullable(),
});
export type DeliveryList = z.infer<typeof DeliveryList>;

/** `POST /api/desk/deliveries/retry`: all that a channel gave up. */
export const RetryAll = z.object({ kind: z.string().max(40) });
export const Retried = z.object({ again: z.number().int() });
