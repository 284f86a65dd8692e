import { and, eq, like } from "drizzle-orm";
import type { Queries, Tx } from "#db/database.ts";
import { holdsJson } from "#db/query.ts";
import { webhooks } from "#db/schema/api.ts";
import { outbox } from "#db/schema/outbox.ts";
import { enqueue } from "../outbox.ts";
import { HOOK_DATA, HOOK_VERSION, type HookEvent } from "./hook-events.ts";

/** What a row of the outbox holds for a webhook. */
export type HookPayload = { type: string; data: unknown };
/** Each webhook has a courier of its own: one that is away holds up no other. */
export type HookKind = `hook:${string}`;
export const hookKind = (webhookId: string): HookKind => `hook:${webhookId}`;

/** Promises an event to every webhook that wants it, in the transaction that it tells of. */
export async function tellHooks(tx: Tx, { type, key, data }: HookEvent): Promise<void> {
  const wanting = and(eq(webhooks.on, true), holdsJson(webhooks.events, JSON.stringify(type)));
  const rows = await tx.select({ id: webhooks.id }).from(webhooks).where(wanting);
  if (rows.length === 0) return;
  const payload = toPayload({ type, key, data } as HookEvent); // the same event
  for (const { id } of rows) await promise(tx, id, key, payload);
}

/** The same to one webhook, whatever it wants. */
export const tellHook = (tx: Tx, webhookId: string, event: HookEvent): Promise<void> =>
  promise(tx, webhookId, event.key, toPayload(event));

/** Whatever the caller holds beside it is not part of the event. */
const toPayload = ({ type, data }: HookEvent): HookPayload => ({ type, data: HOOK_DATA[type].parse(data) });

const promise = (tx: Tx, webhookId: string, key: string, payload: HookPayload): Promise<void> =>
  enqueue(tx, { kind: hookKind(webhookId), dedupeKey: `${payload.type}:${key}:${webhookId}`, payload });

/** Ids of the rows that tell webhooks of these votes, answers or gaps: the key of such an event begins with whose id it is. */
export async function findTold(db: Queries, about: string[]): Promise<string[]> {
  const { id, kind, dedupeKey } = outbox;
  const ids = new Set(about);
  if (ids.size === 0) return [];
  const rows = await db
    .select({ id, key: dedupeKey })
    .from(outbox)
    .where(like(kind, hookKind("%")));
  return rows.filter(({ key }) => ids.has(key.split(":")[1] ?? "")).map((row) => row.id);
}

/** What is posted of a row. */
export const writeBody = ({ type, data }: HookPayload, createdAt: Date) => ({
  type,
  version: HOOK_VERSION,
  timestamp: createdAt.toISOString(),
  data,
});
