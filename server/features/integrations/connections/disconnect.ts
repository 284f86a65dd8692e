import { connections } from "#db/schema/connections.ts";
import { SealBroken } from "#server/core/seal.ts";
import type { Integrations } from "../open-integrations.ts";
import { ownedBy, unknownConnection, type ConnectionRow } from "./find-connection.ts";
import { findWay } from "./find-way.ts";
import { readGrant } from "./kept-grant.ts";
import { noteEvent } from "./note-event.ts";
import { takeBack } from "./take-back.ts";

/** Deletes a connection with its secrets, then takes the access back at the vendor: what fails there keeps nothing here. */
export async function disconnect(
  integrations: Integrations,
  customer: { email: string; workspaceId: string },
  id: string,
): Promise<void> {
  const { db, clock } = integrations;
  const row = await db.transaction(async (tx) => {
    const [gone] = await tx.delete(connections).where(ownedBy(customer.workspaceId, id)).returning();
    if (!gone) throw unknownConnection();
    const detail = { integration: gone.integration, account: gone.accountId };
    await noteEvent(tx, gone, { who: customer.email, what: "disconnected", at: clock.now(), detail });
    return gone;
  });
  await revokeGrant(integrations, row);
}

async function revokeGrant(integrations: Integrations, row: ConnectionRow): Promise<void> {
  const { connectors, config, sealer, log } = integrations;
  if (row.grant === null || !Object.hasOwn(connectors, row.integration) || !Object.hasOwn(config.apps, row.integration))
    return;
  try {
    const { grant } = readGrant(sealer, row.id, row.grant);
    await takeBack(integrations, findWay(integrations, row), grant);
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    log.warn({ connection: row.id, reason: error.message }, "an access could not be opened to take it back");
  }
}
