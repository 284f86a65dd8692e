import { and, asc, eq, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { IntegrationId } from "#content/schema.ts";
import type { Db, Queries } from "#db/database.ts";
import { skipLocked } from "#db/query.ts";
import { connections } from "#db/schema/connections.ts";
import { HOUR_MS } from "#server/core/durations.values.ts";

export type DueConnection = typeof connections.$inferSelect & { checkUntil: Date };

/** How long a claimed connection is left alone by other processes; longer than any check lasts. */
const LEASE_MS = 60_000;
/** Checks that cannot be made become rarer, to one in eight hours. */
const RAREST = 8;

const isDue = (integration: IntegrationId, now: Date) =>
  and(
    eq(connections.integration, integration),
    lte(connections.nextCheckAt, now),
    or(isNull(connections.checkUntil), lt(connections.checkUntil, now)),
  );

/** Whether one waits to be checked. Only reads: it is asked all the time. */
export async function isAnyDue(db: Db, integration: IntegrationId, now: Date): Promise<boolean> {
  const [due] = await db.select({ id: connections.id }).from(connections).where(isDue(integration, now)).limit(1);
  return due !== undefined;
}

/** Takes the connection that has been due longest, for one process alone. */
export async function claimDue(db: Db, integration: IntegrationId, now: Date): Promise<DueConnection | undefined> {
  const checkUntil = new Date(now.getTime() + LEASE_MS);
  const due = db
    .select({ id: connections.id })
    .from(connections)
    .where(isDue(integration, now))
    .orderBy(asc(connections.nextCheckAt), asc(connections.id))
    .limit(1);
  const [row] = await db
    .update(connections)
    .set({ checkUntil })
    .where(sql`${connections.id} = (${due.getSQL()}${skipLocked(db.dialect)})`)
    .returning();
  return row && { ...row, checkUntil };
}

/** Ends a claim, with the time of the next check; `missed` ones in a row could not be made. Does nothing once another process has it. */
export async function settleDue(db: Queries, row: DueConnection, now: Date, missed: number): Promise<void> {
  await db
    .update(connections)
    .set({ checkUntil: null, missedChecks: missed, nextCheckAt: nextCheck(now, missed) })
    .where(stillOurs(row));
}

/** Gives a connection back unchecked: it is due as before. */
export async function giveBack(db: Queries, row: DueConnection): Promise<void> {
  await db.update(connections).set({ checkUntil: null }).where(stillOurs(row));
}

const stillOurs = ({ id, checkUntil }: DueConnection) =>
  and(eq(connections.id, id), eq(connections.checkUntil, checkUntil));

/** In about an hour, so that what was saved together is not checked together; later after each check that could not be made. */
export function nextCheck(now: Date, missed: number, random = Math.random()): Date {
  const hours = Math.min(2 ** missed, RAREST);
  return new Date(now.getTime() + hours * HOUR_MS * (0.9 + random / 5));
}
