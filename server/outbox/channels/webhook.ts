import { Webhook } from "standardwebhooks";
import type { GuardedFetch } from "../../core/outbound.ts";
import { type Channel, ChannelAway } from "./channel.ts";

/** `type` names what happened, such as `escalation.created`. */
export type WebhookEvent = { type: string; data: unknown };

const TIMEOUT_MS = 15_000;
/** Answers to this one event. Everything else but 2xx says that the receiver does not work at the moment. */
const REFUSED = [400, 409, 413, 415, 422];

/** Posts `{type, timestamp, data}`, signed as Standard Webhooks; `webhook-id` stays, `webhook-timestamp` is the attempt's. */
export function openWebhook(settings: { url: string; secret: string }, fetch: GuardedFetch): Channel<WebhookEvent> {
  const signer = new Webhook(settings.secret);
  return {
    async send({ id, createdAt, payload }, signal) {
      const body = JSON.stringify({ type: payload.type, timestamp: createdAt.toISOString(), data: payload.data });
      const now = new Date();
      const headers = {
        "content-type": "application/json",
        "user-agent": "Handrail",
        "webhook-id": id,
        "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
        "webhook-signature": signer.sign(id, now, body),
      };
      const request = { method: "POST", headers, body, timeoutMs: TIMEOUT_MS, signal };
      const { status } = await fetch(settings.url, request).catch((error: unknown) => {
        throw new ChannelAway(error instanceof Error ? error.message : String(error), error);
      });
      if (status >= 200 && status < 300) return;
      const said = `The webhook's receiver answered ${status}`;
      throw REFUSED.includes(status) ? new Error(said) : new ChannelAway(said);
    },
  };
}
