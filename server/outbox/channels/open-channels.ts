import type { Sealer } from "../../core/seal.ts";
import type { Channel, ChannelSettings, Sender } from "./channel.ts";
import { CHANNEL_KINDS, CHANNELS, type ChannelKind, type PayloadOf } from "./channels.ts";

/** null: off, because its setting is missing. What is off is not enqueued for. */
export type Channels = { [Kind in ChannelKind]: Channel<PayloadOf<Kind>> | null };

/** The channels that the settings turn on. `sealer` opens what mails have sealed. */
export function openChannels(config: ChannelSettings, sender: Sender, sealer: Sealer): Channels {
  const opened = CHANNEL_KINDS.map((kind) => [kind, CHANNELS[kind].open(config, sender, sealer)]);
  return Object.fromEntries(opened) as Channels; // each kind has its own channel
}
