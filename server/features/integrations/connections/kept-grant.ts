import { and, eq } from "drizzle-orm";
import type { Queries } from "#db/database.ts";
import { connections } from "#db/schema/connections.ts";
import { SealBroken, type Sealer } from "#server/core/seal.ts";
import type { Grant } from "../connector.ts";
import type { Integrations } from "../open-integrations.ts";
import { VendorFault, vendorNotes as n } from "../vendor-fault.ts";
import type { ConnectionRow } from "./find-connection.ts";

type Kept = Pick<ConnectionRow, "id" | "state" | "grant" | "grantVersion">;

const placeOf = (connectionId: string): string => `grant:${connectionId}`;

/** The columns that a new grant changes, whoever brings it: `grantVersion` must be the next one. */
export const grantColumns = ({ sealer }: Integrations, connectionId: string, grant: Grant) => ({
  grant: sealer.seal(JSON.stringify(grant), placeOf(connectionId)),
  grantExpiresAt: grant.expiresAt === null ? null : new Date(grant.expiresAt),
  refreshUntil: null,
});

/** @throws SealBroken */
export function readGrant(sealer: Sealer, connectionId: string, sealed: string): { grant: Grant; old: boolean } {
  const { text, old } = sealer.open(sealed, placeOf(connectionId));
  // only this file writes it
  return { grant: JSON.parse(text) as Grant, old };
}

/** What was kept of a connection's access. @throws VendorFault "revoked" when the customer has to connect again */
export async function openGrant(integrations: Integrations, row: Kept): Promise<Grant> {
  const { sealer, log } = integrations;
  if (row.grant === null || row.state !== "connected") throw new VendorFault("revoked", "");
  try {
    const { grant, old } = readGrant(sealer, row.id, row.grant);
    if (old) await sealAnew(integrations, row, grant);
    return grant;
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    log.error({ connection: row.id, reason: error.message }, "the kept access to a CRM cannot be opened");
    throw new VendorFault("revoked", n.keptIsBroken, { cause: error });
  }
}

/** Under the key that seals now. Whoever refreshed meanwhile has done so already. */
async function sealAnew(integrations: Integrations, kept: Pick<Kept, "id" | "grantVersion">, grant: Grant) {
  const { grant: sealed } = grantColumns(integrations, kept.id, grant);
  await integrations.db.update(connections).set({ grant: sealed }).where(stillAt(kept));
}

/** Nobody has put another grant in its place. */
export const stillAt = ({ id, grantVersion }: Pick<Kept, "id" | "grantVersion">) =>
  and(eq(connections.id, id), eq(connections.grantVersion, grantVersion));

/** The state is its own, whatever the customer does meanwhile: `reconnect`. False: there is another grant by now. */
export async function putAside(db: Queries, kept: Pick<Kept, "id" | "grantVersion">, now: Date): Promise<boolean> {
  const put = await db
    .update(connections)
    .set({ state: "reconnect", refreshUntil: null, updatedAt: now })
    .where(and(stillAt(kept), eq(connections.state, "connected")))
    .returning({ id: connections.id });
  return put.length > 0;
}
