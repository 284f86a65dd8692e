import { randomBytes } from "node:crypto";
import { and, asc, count, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { webhooks } from "#db/schema/api.ts";
import { outbox } from "#db/schema/outbox.ts";
import { noteAudit } from "#server/auth/note-audit.ts";
import type { Staff } from "#server/auth/staff.ts";
import type { Clock } from "#server/core/clock.ts";
import { AppError } from "#server/core/errors.ts";
import { newId } from "#server/core/ids.ts";
import type { Sealer } from "#server/core/seal.ts";
import { hookKind, tellHook } from "#server/outbox/hooks/tell-hooks.ts";
import { wakeCouriers } from "#server/outbox/wake.ts";
import type { NewWebhook, WebhookChange, WebhookInput, WebhookView } from "./webhooks.schema.ts";

export type WebhooksDeps = { db: Db; clock: Clock; sealer: Sealer };
type By = Pick<Staff, "id" | "name">;

const WEBHOOKS_MAX = 20;
/** As Standard Webhooks wants it: 24 to 64 bytes. */
const newSigningSecret = (): string => `whsec_${randomBytes(32).toString("base64")}`;

/** @throws AppError "conflict" when there are too many */
export async function makeWebhook(
  { db, clock, sealer }: WebhooksDeps,
  by: By,
  input: WebhookInput,
): Promise<NewWebhook> {
  const { url, events } = input;
  const id = newId("whk");
  const secret = newSigningSecret();
  const row = { id, url, events, secret: sealer.seal(secret, id), on: true, madeBy: by.name, createdAt: clock.now() };
  await db.transaction(async (tx) => {
    await tx.insert(webhooks).values(row);
    if ((await tx.$count(webhooks)) > WEBHOOKS_MAX)
      throw new AppError("conflict", `There are ${WEBHOOKS_MAX} webhooks already. Remove one that nobody needs.`);
    await noteAudit(tx, clock, by, { action: "webhook.made", objectId: id, detail: { name: url, events } });
    tx.afterCommit(wakeCouriers);
  });
  return { id, secret };
}

/** A new secret in place of the old one, which counts no more. @throws AppError "not_found" */
export async function renewSecret({ db, clock, sealer }: WebhooksDeps, by: By, id: string): Promise<NewWebhook> {
  const secret = newSigningSecret();
  await db.transaction(async (tx) => {
    const set = { secret: sealer.seal(secret, id) };
    const [kept] = await tx.update(webhooks).set(set).where(eq(webhooks.id, id)).returning();
    if (!kept) throw unknownWebhook();
    await noteAudit(tx, clock, by, { action: "webhook.secret-renewed", objectId: id, detail: { name: kept.url } });
  });
  return { id, secret };
}

/** Turned on again, it begins anew: what waits is sent, to a new address too. @throws AppError "not_found" */
export async function changeWebhook(
  { db, clock }: WebhooksDeps,
  by: By,
  id: string,
  change: WebhookChange,
): Promise<void> {
  const { on, url, events } = change;
  const chosen = { ...(url && { url }), ...(events && { events }) };
  const set = {
    ...chosen,
    ...(on !== undefined && { on, offReason: null, failingSince: null }),
  };
  await db.transaction(async (tx) => {
    const [kept] = await tx.update(webhooks).set(set).where(eq(webhooks.id, id)).returning();
    if (!kept) throw unknownWebhook();
    const action = on === undefined ? "webhook.changed" : on ? "webhook.turned-on" : "webhook.turned-off";
    await noteAudit(tx, clock, by, { action, objectId: id, detail: { name: kept.url, ...chosen } });
    tx.afterCommit(wakeCouriers);
  });
}

/** With its log. @throws AppError "not_found" */
export async function removeWebhook({ db, clock }: WebhooksDeps, by: By, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    const [gone] = await tx.delete(webhooks).where(eq(webhooks.id, id)).returning();
    if (!gone) throw unknownWebhook();
    await tx.delete(outbox).where(eq(outbox.kind, hookKind(id)));
    await noteAudit(tx, clock, by, { action: "webhook.removed", objectId: id, detail: { name: gone.url } });
    tx.afterCommit(wakeCouriers);
  });
}

/** Sends an event that says no more than who tries it. @throws AppError "not_found", "conflict" for one that is off */
export async function tryWebhook({ db, clock }: WebhooksDeps, by: By, id: string): Promise<void> {
  const { on } = await findWebhook(db, id);
  if (!on) throw new AppError("conflict", "This webhook is off. Turn it on, then try it.");
  const data = { webhookId: id, by: by.name, at: clock.now().toISOString() };
  await db.transaction((tx) => tellHook(tx, id, { type: "webhook.test", key: newId("tst"), data }));
}

export async function listWebhooks({ db }: WebhooksDeps): Promise<WebhookView[]> {
  const rows = await db.select().from(webhooks).orderBy(asc(webhooks.createdAt), asc(webhooks.id));
  const kinds = rows.map(({ id }) => hookKind(id));
  const counts = await db
    .select({ kind: outbox.kind, state: outbox.state, rows: count() })
    .from(outbox)
    .where(and(inArray(outbox.state, ["waiting", "dead"]), inArray(outbox.kind, kinds)))
    .groupBy(outbox.kind, outbox.state);
  const countOf = (id: string, of: "waiting" | "dead") =>
    counts.find(({ kind, state }) => kind === hookKind(id) && state === of)?.rows ?? 0;
  return rows.map(({ secret: _secret, ...row }) => ({
    ...row,
    failingSince: row.failingSince?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    waiting: countOf(row.id, "waiting"),
    dead: countOf(row.id, "dead"),
  }));
}

/** @throws AppError "not_found" */
export async function findWebhook(db: Db, id: string): Promise<{ on: boolean }> {
  const [found] = await db.select({ on: webhooks.on }).from(webhooks).where(eq(webhooks.id, id));
  if (!found) throw unknownWebhook();
  return found;
}

const unknownWebhook = (): AppError => new AppError("not_found", "There is no such webhook.");
