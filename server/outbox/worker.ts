import type { Channels } from "./channels/open-channels.ts";
import { startCourier } from "./courier.ts";
import type { CourierDeps } from "./deliver.ts";

/** A courier a channel that is on: a slow mail server holds up no webhook. @returns what stops them all */
export function startOutbox(deps: CourierDeps, channels: Channels) {
  const stops = [
    ...(channels.email ? [startCourier(deps, "email", channels.email)] : []),
    ...(channels.webhook ? [startCourier(deps, "webhook", channels.webhook)] : []),
  ];
  return async (graceMs?: number): Promise<void> => void (await Promise.all(stops.map((stop) => stop(graceMs))));
}
