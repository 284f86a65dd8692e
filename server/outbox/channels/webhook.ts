import { Webhook } from "standardwebhooks";
import { createGuardedFetch, type GuardedFetch } from "../../core/outbound.ts";
import { askJson, isTaken } from "./ask-json.ts";
import { type Channel, ChannelAway, type ChannelDefinition } from "./channel.ts";

/** `type` names what happened, such as `escalation.created`. */
type WebhookEvent = { type: string; data: unknown };

/** Answers to this one event. Everything else but 2xx says that the receiver does not work at the moment. */
const REFUSED = [400, 409, 413, 415, 422];

/** Every event as it is, to a program of the operator's. */
export const webhook: ChannelDefinition<WebhookEvent> = {
  name: "webhook",
  title: "Webhook",
  settings: "WEBHOOK_URL and WEBHOOK_SECRET",
  isSet: (config) => config.webhook !== null,
  open: (config) => config.webhook && openWebhook(config.webhook, createGuardedFetch(config.outboundAllow)),
  tell: ({ type, data }) => ({ type, data }),
};

/** Posts `{type, timestamp, data}`, signed as Standard Webhooks; `webhook-id` stays, `webhook-timestamp` is the attempt's. */
function openWebhook(settings: { url: string; secret: string }, fetch: GuardedFetch): Channel<WebhookEvent> {
  const signer = new Webhook(settings.secret);
  return {
    async send({ id, createdAt, payload }, signal) {
      const body = JSON.stringify({ type: payload.type, timestamp: createdAt.toISOString(), data: payload.data });
      const now = new Date();
      const headers = {
        "webhook-id": id,
        "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
        "webhook-signature": signer.sign(id, now, body),
      };
      const answer = await askJson(fetch, { url: settings.url, headers, body }, signal);
      if (isTaken(answer)) return null;
      const said = `The webhook's receiver answered ${answer.status}`;
      if (REFUSED.includes(answer.status)) throw new Error(said);
      throw new ChannelAway(said, { retryAfterMs: answer.retryAfterMs });
    },
  };
}
