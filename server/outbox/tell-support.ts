import type { Tx } from "#db/database.ts";
import type { Hub } from "#content/schema.ts";
import type { ChannelConfig } from "../core/channel-settings.ts";
import type { Config } from "../core/config.ts";
import type { CaseEvent } from "./case-events.ts";
import type { Told } from "./channels/channel.ts";
import { CHANNELS, type ChannelKind } from "./channels/channels.ts";
import { chooseChannels } from "./choose-channels.ts";
import type { HookEvent } from "./hooks/hook-events.ts";
import { tellHooks } from "./hooks/tell-hooks.ts";
import { enqueue, type OutboxItem } from "./outbox.ts";

export type SupportDeps = {
  hub: Pick<Hub, "support">;
  config: ChannelConfig & Pick<Config, "publicUrl">;
};

/** Promises what happened to every channel that is on and every webhook that wants it, a row each. What is off is not promised: the desk has the case in any event. */
export async function tellSupport(tx: Tx, { hub, config }: SupportDeps, event: CaseEvent): Promise<void> {
  const told = { support: hub.support, publicUrl: config.publicUrl };
  for (const { kind, state } of chooseChannels(hub.support, config)) {
    const item = state === "on" && writeItem(kind, event, told);
    if (item) await enqueue(tx, item);
  }
  await tellHooks(tx, toHookEvent(event));
}

function writeItem(kind: ChannelKind, event: CaseEvent, told: Told): OutboxItem | null {
  const payload = CHANNELS[kind].tell(event, told);
  // a definition's payload is its kind's
  return payload === null
    ? null
    : ({ kind, payload, dedupeKey: `${event.key}:${kind}`, ref: event.data.id } as OutboxItem);
}

/** The same under the name that is released. */
function toHookEvent({ type, key, data }: CaseEvent): HookEvent {
  if (type === "escalation.created") return { type: "case.opened", key, data };
  if (type === "escalation.replied") return { type: "case.replied", key, data };
  if (type === "escalation.answered") return { type: "case.answered", key, data };
  return { type: type === "escalation.solved" ? "case.solved" : "case.reopened", key, data };
}
