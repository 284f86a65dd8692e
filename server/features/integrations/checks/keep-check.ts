import { and, desc, eq, inArray, isNull, ne, notInArray, or } from "drizzle-orm";
import type { Queries, Tx } from "#db/database.ts";
import { connectionChecks, connections } from "#db/schema/connections.ts";
import { tellHooks } from "#server/outbox/hooks/tell-hooks.ts";
import { ConnectionCheck } from "../checks.schema.ts";
import { KeptCheck } from "./kept-result.ts";
import type { CheckState } from "../integrations.values.ts";

/** How many checks of a connection are kept. */
const KEPT = 50;

/** Nothing about the connection is broken. */
const isWell = (state: CheckState): boolean => state === "ok" || state === "warning";

/** Keeps a check and forgets the one that is too many. False: the connection is gone meanwhile. */
export async function keepCheck(tx: Tx, connectionId: string, { at, ...check }: KeptCheck): Promise<boolean> {
  const checkedAt = new Date(at);
  const { id, state, by, results } = check;
  const own = eq(connections.id, connectionId);
  if (state === "failed") await tellFailed(tx, connectionId, { at, ...check });
  // The connection's row is what two checks at once wait for.
  const held = await tx
    .update(connections)
    .set({ checkState: state, checkedAt, ...(isWell(state) && { toldFailed: false }) })
    .where(own)
    .returning({ id: connections.id });
  if (held.length === 0) return false;
  await tx.insert(connectionChecks).values({ id, connectionId, at: checkedAt, state, by, results });
  const earlier = eq(connectionChecks.connectionId, connectionId);
  const latest = tx
    .select({ id: connectionChecks.id })
    .from(connectionChecks)
    .where(earlier)
    .orderBy(desc(connectionChecks.at), desc(connectionChecks.id))
    .limit(KEPT);
  await tx.delete(connectionChecks).where(and(earlier, notInArray(connectionChecks.id, latest)));
  return true;
}

/** Webhooks hear of a connection that did not fail before. */
async function tellFailed(tx: Tx, connectionId: string, { id, at, state, results }: ConnectionCheck): Promise<void> {
  const wasNot = or(isNull(connections.checkState), ne(connections.checkState, "failed"));
  const [turned] = await tx
    .update(connections)
    .set({ checkState: state })
    .where(and(eq(connections.id, connectionId), wasNot))
    .returning({ integration: connections.integration });
  if (!turned) return;
  // what people named in their CRM stays here
  const failed = results
    .filter((result) => result.state === "failed")
    .map(({ fact, title, code }) =>
      fact.startsWith("field:") ? { fact: "field", title: "A mapped field", code } : { fact, title, code },
    );
  const data = { connectionId, integration: turned.integration, checkId: id, failed, at };
  await tellHooks(tx, { type: "check.failed", key: id, data });
}

/** The checks of a connection that are kept, in English, the latest first. Whose it is, the caller has made sure. */
export const listChecks = async (db: Queries, connectionId: string, limit = KEPT): Promise<ConnectionCheck[]> =>
  (await listKeptChecks(db, connectionId, limit)).map((check) => ConnectionCheck.parse(check));

/** The same, to be said in the reader's language. */
export async function listKeptChecks(db: Queries, connectionId: string, limit = KEPT): Promise<KeptCheck[]> {
  const rows = await db
    .select()
    .from(connectionChecks)
    .where(eq(connectionChecks.connectionId, connectionId))
    .orderBy(desc(connectionChecks.at), desc(connectionChecks.id))
    .limit(limit);
  return rows.map(({ at, ...row }) => KeptCheck.parse({ ...row, at: at.toISOString() }));
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
