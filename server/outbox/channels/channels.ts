import type { ChannelDefinition } from "./channel.ts";
import { chatwoot } from "./chatwoot.ts";
import { email } from "./email.ts";
import { slack } from "./slack.ts";
import { webhook } from "./webhook.ts";
import { zendesk } from "./zendesk.ts";

/** Every way out of the hub, by the kind of its outbox rows. Another one is a file beside these, and a line here. */
export const CHANNELS = { email, webhook, slack, zendesk, chatwoot };

export type ChannelKind = keyof typeof CHANNELS;
export type PayloadOf<Kind extends ChannelKind> =
  (typeof CHANNELS)[Kind] extends ChannelDefinition<infer Payload> ? Payload : never;

// Object.keys forgets the names of the keys
export const CHANNEL_KINDS = Object.keys(CHANNELS) as ChannelKind[];
