import { and, eq, ne } from "drizzle-orm";
import type { Db, Tx } from "#db/database.ts";
import { outbox } from "#db/schema/outbox.ts";
import type { Clock } from "../core/clock.ts";
import { newId } from "../core/ids.ts";
import type { Email } from "./channels/email.ts";
import type { WebhookEvent } from "./channels/webhook.ts";
import { wakeCouriers } from "./wake.ts";

export type OutboxItem = {
  /** Two items with one key are one: a retried request sends once. */
  dedupeKey: string;
  /** What it is about, such as an escalation's id; the desk lists by it. */
  ref?: string;
  /** Why it does not go out by itself; staff may send it all the same. */
  held?: string | undefined;
} & ({ kind: "email"; payload: Email } | { kind: "webhook"; payload: WebhookEvent });

/** Promises a delivery together with what it reports: both are there after the commit, or neither. */
export async function enqueue(tx: Tx, { kind, dedupeKey, payload, ref, held }: OutboxItem): Promise<void> {
  const now = new Date();
  const id = newId("out");
  const row = {
    id,
    kind,
    dedupeKey,
    payload,
    ref,
    state: held === undefined ? ("waiting" as const) : ("dead" as const),
    lastError: held,
    attempts: 0,
    nextAt: now,
    createdAt: now,
  };
  await tx.insert(outbox).values(row).onConflictDoNothing({ target: outbox.dedupeKey });
  tx.afterCommit(wakeCouriers);
}

/** Starts over with one that is waiting or dead. False when there is none such: it was sent, or never was. */
export async function sendAgain(db: Db, clock: Clock, id: string): Promise<boolean> {
  const revived = await db
    .update(outbox)
    .set({ state: "waiting", attempts: 0, nextAt: clock.now() })
    .where(and(eq(outbox.id, id), ne(outbox.state, "sent")))
    .returning({ id: outbox.id });
  wakeCouriers();
  return revived.length > 0;
}
