import type { Hub } from "#content/schema.ts";
import type { ChannelConfig } from "../core/channel-settings.ts";
import { CHANNEL_KINDS, CHANNELS, type ChannelKind } from "./channels/channels.ts";

/** `off`: hub.yaml does not name it. `unset`: it is named, and its settings are not there. */
export type ChannelState = { kind: ChannelKind; state: "on" | "off" | "unset"; set: boolean };

/**
 * Where support hears of cases: what hub.yaml names, else whatever has its settings.
 * @throws Error in words for the operator when it names what there is not
 */
export function chooseChannels({ channels: named }: Pick<Hub["support"], "channels">, config: ChannelConfig) {
  const names = CHANNEL_KINDS.map((kind) => CHANNELS[kind].name);
  const unknown = named?.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new Error(`hub.yaml: support.channels names "${unknown}". There are ${names.join(", ")}.`);
  return CHANNEL_KINDS.map((kind): ChannelState => {
    const { name, isSet } = CHANNELS[kind];
    const set = isSet(config);
    const wanted = named ? named.includes(name) : set;
    return { kind, set, state: wanted ? (set ? "on" : "unset") : "off" };
  });
}
