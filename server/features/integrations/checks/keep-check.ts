import { and, desc, eq, inArray, notInArray } from "drizzle-orm";
import type { Queries, Tx } from "#db/database.ts";
import { connectionChecks, connections } from "#db/schema/connections.ts";
import { ConnectionCheck } from "../checks.schema.ts";
import type { CheckState } from "../integrations.values.ts";

/** How many checks of a connection are kept. */
const KEPT = 50;

/** Nothing about the connection is broken. */
const isWell = (state: CheckState): boolean => state === "ok" || state === "warning";

/** Keeps a check and forgets the one that is too many. False: the connection is gone meanwhile. */
export async function keepCheck(tx: Tx, connectionId: string, { at, ...check }: ConnectionCheck): Promise<boolean> {
  const checkedAt = new Date(at);
  const { id, state, by, results } = check;
  // The connection's row is what two checks at once wait for.
  const held = await tx
    .update(connections)
    .set({ checkState: state, checkedAt, ...(isWell(state) && { toldFailed: false }) })
    .where(eq(connections.id, connectionId))
    .returning({ id: connections.id });
  if (held.length === 0) return false;
  await tx.insert(connectionChecks).values({ id, connectionId, at: checkedAt, state, by, results });
  const own = eq(connectionChecks.connectionId, connectionId);
  const latest = tx
    .select({ id: connectionChecks.id })
    .from(connectionChecks)
    .where(own)
    .orderBy(desc(connectionChecks.at), desc(connectionChecks.id))
    .limit(KEPT);
  await tx.delete(connectionChecks).where(and(own, notInArray(connectionChecks.id, latest)));
  return true;
}

/** The checks of a connection that are kept, the latest first. Whose it is, the caller has made sure. */
export async function listChecks(db: Queries, connectionId: string, limit = KEPT): Promise<ConnectionCheck[]> {
  const rows = await db
    .select()
    .from(connectionChecks)
    .where(eq(connectionChecks.connectionId, connectionId))
    .orderBy(desc(connectionChecks.at), desc(connectionChecks.id))
    .limit(limit);
  return rows.map(toCheck);
}

export const toCheck = ({ at, ...row }: typeof connectionChecks.$inferSelect): ConnectionCheck =>
  ConnectionCheck.parse({ ...row, at: at.toISOString() });

/** Whether a connection was well at any check that is kept. */
export async function wasWell(db: Queries, connectionId: string): Promise<boolean> {
  const well = await db
    .select({ id: connectionChecks.id })
    .from(connectionChecks)
    .where(and(eq(connectionChecks.connectionId, connectionId), inArray(connectionChecks.state, ["ok", "warning"])))
    .limit(1);
  return well.length > 0;
}
