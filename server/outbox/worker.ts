import type { Channel } from "./channels/channel.ts";
import { CHANNEL_KINDS } from "./channels/channels.ts";
import type { Channels } from "./channels/open-channels.ts";
import { startCourier } from "./courier.ts";
import type { CourierDeps } from "./deliver.ts";

/** A courier a channel that is on: a slow mail server holds up no webhook. @returns what stops them all */
export function startOutbox(deps: CourierDeps, channels: Channels) {
  const stops = CHANNEL_KINDS.flatMap((kind) => {
    const channel: Channel<never> | null = channels[kind];
    return channel ? [startCourier(deps, kind, channel)] : [];
  });
  return async (graceMs?: number): Promise<void> => void (await Promise.all(stops.map((stop) => stop(graceMs))));
}
