import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { holdsJson } from "#db/query.ts";
import { webhooks } from "#db/schema/api.ts";
import { enqueue } from "../outbox.ts";
import { HOOK_DATA, type HookEvent } from "./hook-events.ts";

/** What a row of the outbox holds for a webhook. */
export type HookPayload = { type: string; data: unknown };
/** Each webhook has a courier of its own: one that is away holds up no other. */
export type HookKind = `hook:${string}`;
export const hookKind = (webhookId: string): HookKind => `hook:${webhookId}`;

/** Promises an event to every webhook that wants it, in the transaction that it tells of. */
export async function tellHooks(tx: Tx, { type, key, data }: HookEvent): Promise<void> {
  const wanting = and(eq(webhooks.on, true), holdsJson(webhooks.events, JSON.stringify(type)));
  const rows = await tx.select({ id: webhooks.id }).from(webhooks).where(wanting);
  for (const { id } of rows) await tellHook(tx, id, { type, key, data } as HookEvent); // the same event
}

/** The same to one webhook, whatever it wants. */
export async function tellHook(tx: Tx, webhookId: string, { type, key, data }: HookEvent): Promise<void> {
  // whatever the caller holds beside it is not part of the event
  const payload: HookPayload = { type, data: HOOK_DATA[type].parse(data) };
  await enqueue(tx, { kind: hookKind(webhookId), dedupeKey: `${type}:${key}:${webhookId}`, payload });
}
