import { createGuardedFetch, type GuardedFetch } from "../../core/outbound.ts";
import { postSigned, requireTaken } from "../post-event.ts";
import type { Channel, ChannelDefinition } from "./channel.ts";

/** `type` names what happened, such as `escalation.created`. */
type WebhookEvent = { type: string; data: unknown };

/** Every event as it is, to a program of the operator's. */
export const webhook: ChannelDefinition<WebhookEvent> = {
  name: "webhook",
  title: "Webhook",
  settings: "WEBHOOK_URL and WEBHOOK_SECRET",
  isSet: (config) => config.webhook !== null,
  open: (config) => config.webhook && openWebhook(config.webhook, createGuardedFetch(config.outboundAllow)),
  tell: ({ type, data }) => ({ type, data }),
};

/** Posts `{type, timestamp, data}`, signed; `webhook-id` stays, `webhook-timestamp` is the attempt's. */
function openWebhook(settings: { url: string; secret: string }, fetch: GuardedFetch): Channel<WebhookEvent> {
  return {
    async send({ id, createdAt, payload }, signal) {
      const body = JSON.stringify({ type: payload.type, timestamp: createdAt.toISOString(), data: payload.data });
      requireTaken(await postSigned(fetch, settings, { id, body }, signal));
      return null;
    },
  };
}
