import type { Config } from "../../core/config.ts";
import { createGuardedFetch } from "../../core/outbound.ts";
import type { Channel } from "./channel.ts";
import { type Email, openEmail } from "./email.ts";
import { openWebhook, type WebhookEvent } from "./webhook.ts";

/** null: off, because its setting is missing. What is off is not enqueued for. */
export type Channels = { email: Channel<Email> | null; webhook: Channel<WebhookEvent> | null };

export type ChannelKind = keyof Channels;

/** The channels that the settings turn on. `sender` is the hub's name and support address. */
export function openChannels(
  config: Pick<Config, "mail" | "webhook" | "publicUrl" | "outboundAllow">,
  sender: { name: string; email: string },
): Channels {
  const { mail, webhook, publicUrl, outboundAllow } = config;
  return {
    email: mail && openEmail({ url: mail.url, from: mail.from ?? sender.email, fromName: sender.name, publicUrl }),
    webhook: webhook && openWebhook(webhook, createGuardedFetch(outboundAllow)),
  };
}
