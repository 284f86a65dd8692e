import { and, eq, gt, ne, type SQL } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { outbox } from "#db/schema/outbox.ts";
import type { Clock } from "../core/clock.ts";
import { newId } from "../core/ids.ts";
import type { ChannelKind, PayloadOf } from "./channels/channels.ts";
import type { HookKind, HookPayload } from "./hooks/tell-hooks.ts";
import { wakeCouriers } from "./wake.ts";

export type OutboxItem = {
  /** Two items with one key are one: a retried request sends once. */
  dedupeKey: string;
  /** What it is about, such as an escalation's id; the desk lists by it. */
  ref?: string;
  /** Why it does not go out by itself; staff may send it all the same. */
  held?: string | undefined;
} & (
  | { [Kind in ChannelKind]: { kind: Kind; payload: PayloadOf<Kind> } }[ChannelKind]
  | { kind: HookKind; payload: HookPayload }
);

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

type Cleared = { sentAt?: null; lastError?: null };

/** Which deliveries: one by its id, or all that a channel gave up. */
export type Unsent = { id: string } | { kind: ChannelKind };

/** Starts over with what is waiting or dead. @returns how many that are; none: it was sent, or never was */
export async function sendAgain(tx: Tx, clock: Clock, unsent: Unsent): Promise<number> {
  const which =
    "id" in unsent
      ? and(eq(outbox.id, unsent.id), ne(outbox.state, "sent"))
      : // what was held back, and never tried, is a decision each
        and(eq(outbox.state, "dead"), eq(outbox.kind, unsent.kind), gt(outbox.attempts, 0));
  return revive(tx, clock, which);
}

/** Sends again what was sent or given up, under the same id. @returns whether there is such a delivery that does not wait already */
export async function replay(tx: Tx, clock: Clock, { id, kind }: { id: string; kind: HookKind }): Promise<boolean> {
  const which = and(eq(outbox.id, id), eq(outbox.kind, kind), ne(outbox.state, "waiting"));
  return (await revive(tx, clock, which, { sentAt: null, lastError: null })) > 0;
}

async function revive(tx: Tx, clock: Clock, which: SQL | undefined, cleared: Cleared = {}): Promise<number> {
  const revived = await tx
    .update(outbox)
    .set({ state: "waiting", attempts: 0, nextAt: clock.now(), ...cleared })
    .where(which)
    .returning({ id: outbox.id });
  tx.afterCommit(wakeCouriers);
  return revived.length;
}
