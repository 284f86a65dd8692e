import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, lte, ne, notExists, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Db } from "#db/database.ts";
import { skipLocked } from "#db/query.ts";
import { outbox } from "#db/schema/outbox.ts";

export type OutboxRow = typeof outbox.$inferSelect;

/** How long a claimed row is left alone by others; longer than any attempt lasts. */
const LEASE_MS = 90_000;

/** Which rows, for whom. `inOrder`: none while an earlier one about the same thing waits. */
type Claim = { kind: string; courier: string; inOrder?: boolean | undefined };

/** Takes the row that has been due longest, for one courier alone. The attempt counts from here: it may end the process. */
export async function claimDue(
  db: Db,
  { kind, courier, inOrder = false }: Claim,
  now: Date,
): Promise<OutboxRow | undefined> {
  const due = db
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.state, "waiting"),
        eq(outbox.kind, kind),
        lte(outbox.nextAt, now),
        or(isNull(outbox.leaseUntil), lt(outbox.leaseUntil, now)),
        inOrder ? isItsTurn(db) : undefined,
      ),
    )
    .orderBy(asc(outbox.nextAt), asc(outbox.id))
    .limit(1);
  const [row] = await db
    .update(outbox)
    .set({ leaseUntil: new Date(now.getTime() + LEASE_MS), leasedBy: courier, attempts: sql`${outbox.attempts} + 1` })
    .where(sql`${outbox.id} = (${due.getSQL()}${skipLocked(db.dialect)})`)
    .returning();
  return row;
}

function isItsTurn(db: Db) {
  const earlier = alias(outbox, "earlier");
  // ids sort by time
  const waits = and(eq(earlier.state, "waiting"), eq(earlier.kind, outbox.kind), lt(earlier.id, outbox.id));
  return notExists(
    db
      .select({ id: earlier.id })
      .from(earlier)
      .where(and(eq(earlier.ref, outbox.ref), waits)),
  );
}

type Outcome = Partial<
  Pick<OutboxRow, "state" | "attempts" | "nextAt" | "lastError" | "sentAt" | "received" | "payload">
>;

/** Ends a claim. Does nothing when the lease ran out and another courier has the row. */
export async function settle(db: Db, row: OutboxRow, outcome: Outcome): Promise<void> {
  const stillOurs = and(eq(outbox.id, row.id), eq(outbox.leasedBy, row.leasedBy ?? ""), eq(outbox.state, "waiting"));
  await db
    .update(outbox)
    .set({ ...outcome, leaseUntil: null, leasedBy: null })
    .where(stillOurs);
}

/** What the channel's other side called the first of the rows that are about the same thing. */
export async function findReceived(db: Db, { kind, ref }: OutboxRow): Promise<OutboxRow["received"]> {
  if (ref === null) return null;
  const [first] = await db
    .select({ received: outbox.received })
    .from(outbox)
    .where(and(eq(outbox.ref, ref), eq(outbox.kind, kind), isNotNull(outbox.received)))
    .orderBy(asc(outbox.createdAt))
    .limit(1);
  return first?.received ?? null;
}

const putOff = (kind: string) => and(eq(outbox.kind, kind), eq(outbox.state, "waiting"), gt(outbox.attempts, 0));

/** `row` got through, so its channel works again: others that were put off are due now, in the order they were enqueued. */
export async function hastenWaiting(db: Db, row: OutboxRow): Promise<void> {
  await db
    .update(outbox)
    .set({ nextAt: sql`${outbox.createdAt}` })
    .where(and(putOff(row.kind), ne(outbox.id, row.id)));
}

/** One of those that were put off is due now. @returns its id */
export async function hastenOldest(db: Db, kind: string, now: Date): Promise<string | undefined> {
  const oldest = db.select({ id: outbox.id }).from(outbox).where(putOff(kind)).orderBy(asc(outbox.createdAt)).limit(1);
  const [hastened] = await db
    .update(outbox)
    .set({ nextAt: now })
    .where(inArray(outbox.id, oldest))
    .returning({ id: outbox.id });
  return hastened?.id;
}
