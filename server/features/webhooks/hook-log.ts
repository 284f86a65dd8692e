import { and, desc, eq, inArray, lt } from "drizzle-orm";
import { webhookAttempts } from "#db/schema/api.ts";
import { outbox } from "#db/schema/outbox.ts";
import { noteAudit } from "#server/auth/note-audit.ts";
import type { Staff } from "#server/auth/staff.ts";
import { AppError } from "#server/core/errors.ts";
import { type HookPayload, hookKind, writeBody } from "#server/outbox/hooks/tell-hooks.ts";
import { replay } from "#server/outbox/outbox.ts";
import type { HookDelivery, HookDeliveryDetail, HookLog } from "./webhooks.schema.ts";
import { findWebhook, type WebhooksDeps } from "./webhooks.ts";

const PAGE = 50;
type Attempt = typeof webhookAttempts.$inferSelect;

/** What one webhook was sent, and is to be, the newest first. Ids grow with time. @throws AppError "not_found" */
export async function listDeliveries({ db }: WebhooksDeps, webhookId: string, before?: string): Promise<HookLog> {
  await findWebhook(db, webhookId);
  const older = before === undefined ? undefined : lt(outbox.id, before);
  const rows = await db
    .select()
    .from(outbox)
    .where(and(eq(outbox.kind, hookKind(webhookId)), older))
    .orderBy(desc(outbox.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const ids = page.map(({ id }) => id);
  const tried = await db
    .select()
    .from(webhookAttempts)
    .where(inArray(webhookAttempts.deliveryId, ids))
    .orderBy(webhookAttempts.at, webhookAttempts.id);
  const last = new Map(tried.map((attempt) => [attempt.deliveryId, attempt]));
  const items = page.map(({ id, payload, state, attempts, createdAt, nextAt }): HookDelivery => ({
    id,
    type: payloadOf(payload).type,
    state,
    attempts,
    createdAt: createdAt.toISOString(),
    nextAt: state === "waiting" ? nextAt.toISOString() : null,
    last: toAttempt(last.get(id)),
  }));
  return { items, next: rows.length > PAGE ? (ids.at(-1) ?? null) : null };
}

/** @throws AppError "not_found" */
export async function readDelivery({ db }: WebhooksDeps, webhookId: string, id: string): Promise<HookDeliveryDetail> {
  const own = and(eq(outbox.id, id), eq(outbox.kind, hookKind(webhookId)));
  const [row] = await db.select().from(outbox).where(own);
  if (!row) throw unknownDelivery();
  const attempts = await db
    .select()
    .from(webhookAttempts)
    .where(and(eq(webhookAttempts.deliveryId, id), eq(webhookAttempts.webhookId, webhookId)))
    .orderBy(desc(webhookAttempts.at), desc(webhookAttempts.id));
  return {
    body: writeBody(payloadOf(row.payload), row.createdAt),
    attempts: attempts.flatMap((attempt) => toAttempt(attempt) ?? []),
  };
}

/** Sends it once more, under its id. @throws AppError "not_found" for none, and for what waits to be sent in any event */
export async function replayDelivery(
  { db, clock }: WebhooksDeps,
  by: Pick<Staff, "id" | "name">,
  { id: webhookId, deliveryId }: { id: string; deliveryId: string },
): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await replay(tx, clock, { id: deliveryId, kind: hookKind(webhookId) })))
      throw new AppError("not_found", "There is no such delivery, or it waits to be sent already.");
    await noteAudit(tx, clock, by, { action: "webhook.replayed", objectId: webhookId, detail: { deliveryId } });
  });
}

// rows of this kind are written by tellHook alone
const payloadOf = (payload: unknown): HookPayload => payload as HookPayload;

const toAttempt = (attempt: Attempt | undefined) =>
  attempt ? { at: attempt.at.toISOString(), status: attempt.status, ms: attempt.ms, said: attempt.said } : null;

const unknownDelivery = (): AppError => new AppError("not_found", "This delivery is not kept any more.");
