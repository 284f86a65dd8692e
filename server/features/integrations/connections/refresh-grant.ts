import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, isNull, lt, or } from "drizzle-orm";
import { connections } from "#db/schema/connections.ts";
import type { Grant } from "../connector.ts";
import type { Integrations } from "../open-integrations.ts";
import { VendorFault, vendorNotes as n } from "../vendor-fault.ts";
import { unknownConnection, type ConnectionRow } from "./find-connection.ts";
import type { Way } from "./find-way.ts";
import { grantColumns, openGrant, putAside, stillAt } from "./kept-grant.ts";
import { noteEvent } from "./note-event.ts";

/** Longer than a refresh takes; a process that died while it refreshed holds others up for as long. */
const LEASE_MS = 15_000;
const LOOK_AGAIN_MS = 100;
const LOOKS = 160;

/** Whether a kept grant serves as it is. */
export type Enough = (row: ConnectionRow, grant: Grant) => boolean;

/**
 * A new grant, from the CRM once even when other processes want one too: one of them has the lease, the others wait for
 * what it brings. @throws VendorFault "revoked" when the customer has to connect again
 */
export async function refreshGrant(integrations: Integrations, way: Way, id: string, enough: Enough): Promise<Grant> {
  for (let looked = 0; looked < LOOKS; looked++) {
    const [row] = await integrations.db.select().from(connections).where(eq(connections.id, id));
    if (!row) throw unknownConnection();
    const grant = await openGrant(integrations, row);
    if (enough(row, grant)) return grant;
    if (await takeLease(integrations, row)) {
      const fresh = await refreshLeased(integrations, way, row, grant);
      if (fresh) return fresh;
    } else await sleep(LOOK_AGAIN_MS);
  }
  throw new VendorFault("timeout", n.renewedLate);
}

/** Not of a grant that was put aside since it was read: it has the version that it had. */
async function takeLease({ db, clock }: Integrations, row: ConnectionRow): Promise<boolean> {
  const now = clock.now();
  const isFree = or(isNull(connections.refreshUntil), lt(connections.refreshUntil, now));
  const taken = await db
    .update(connections)
    .set({ refreshUntil: new Date(now.getTime() + LEASE_MS) })
    .where(and(stillAt(row), eq(connections.state, "connected"), isFree))
    .returning({ id: connections.id });
  return taken.length > 0;
}

/** Null: there is another grant by now, from who connected again. */
async function refreshLeased(
  integrations: Integrations,
  way: Way,
  row: ConnectionRow,
  grant: Grant,
): Promise<Grant | null> {
  const { connector, app, site } = way;
  const { db, fetch } = integrations;
  try {
    const fresh = await connector.refresh(app, fetch, site, grant);
    const kept = await db
      .update(connections)
      .set({ ...grantColumns(integrations, row.id, fresh), grantVersion: row.grantVersion + 1, state: "connected" })
      .where(stillAt(row))
      .returning({ id: connections.id });
    return kept.length > 0 ? fresh : null;
  } catch (error) {
    if (error instanceof VendorFault && error.code === "revoked")
      return (await needReconnect(integrations, row)) ? Promise.reject(error) : null;
    await db.update(connections).set({ refreshUntil: null }).where(stillAt(row));
    throw error;
  }
}

/** A CRM said of this very grant that it was revoked. One that came in its place meanwhile stays. */
export async function noteRevoked(integrations: Integrations, id: string, { accessToken }: Grant): Promise<void> {
  const [row] = await integrations.db.select().from(connections).where(eq(connections.id, id));
  if (!row || row.state !== "connected") return;
  const kept = await openGrant(integrations, row);
  if (kept.accessToken === accessToken) await needReconnect(integrations, row);
}

/** The CRM does not let us in any more: the customer connects again. False: they have done so meanwhile. */
async function needReconnect({ db, clock }: Integrations, row: ConnectionRow): Promise<boolean> {
  const at = clock.now();
  return db.transaction(async (tx) => {
    if (!(await putAside(tx, row, at))) return false;
    await noteEvent(tx, row, { who: "hub", what: "reconnect_needed", at });
    return true;
  });
}
