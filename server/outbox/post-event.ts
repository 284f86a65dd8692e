import { Webhook } from "standardwebhooks";
import type { GuardedAnswer, GuardedFetch } from "../core/outbound.ts";
import { askJson, isTaken } from "./channels/ask-json.ts";
import { ChannelAway } from "./channels/channel.ts";

type Receiver = { url: string; secret: string };
/** `id` stays the same for every attempt: receivers know by it what they have had before. */
type Posted = { id: string; body: string };

/** Answers to this one event. Everything else but 2xx says that the receiver does not work at the moment. */
const REFUSED = [400, 409, 413, 415, 422];

/** Posts JSON, signed as Standard Webhooks (`webhook-id`, `webhook-timestamp`, `webhook-signature`). @throws ChannelAway without an answer */
export function postSigned(
  fetch: GuardedFetch,
  { url, secret }: Receiver,
  { id, body }: Posted,
  signal: AbortSignal,
): Promise<GuardedAnswer> {
  const now = new Date();
  const headers = {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
    "webhook-signature": new Webhook(secret).sign(id, now, body),
  };
  return askJson(fetch, { url, headers, body }, signal);
}

/** @throws Error where this one event was refused, ChannelAway where the receiver does not work at the moment */
export function requireTaken(answer: GuardedAnswer): void {
  if (isTaken(answer)) return;
  const said = `The webhook's receiver answered ${answer.status}`;
  if (REFUSED.includes(answer.status)) throw new Error(said);
  throw new ChannelAway(said, { retryAfterMs: answer.retryAfterMs });
}
