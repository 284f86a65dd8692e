import { inArray } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { equalsInsensitive } from "#db/query.ts";
import {
  accessRequests,
  connectionChecks,
  connectionEvents,
  connections,
  tenantRequests,
} from "#db/schema/connections.ts";
import { customers, customerVerifications, workspaces } from "#db/schema/workspaces.ts";
import * as about from "./about-person.ts";
import type { Person } from "./find-person.ts";

/** Their way of signing in, their own workspaces, and their name in connections that belong to others too, which go on. */
export async function eraseAccount(tx: Tx, person: Person): Promise<void> {
  await tx.delete(customerVerifications).where(await about.theirVerifications(tx, person));
  // sessions, memberships and accounts go with it
  await tx.delete(customers).where(inArray(customers.id, person.customerIds));
  await tx.delete(connectionEvents).where(inArray(connectionEvents.workspaceId, person.workspaceIds));
  await tx.delete(workspaces).where(inArray(workspaces.id, person.workspaceIds));
  await tx.delete(accessRequests).where(about.theirRequests(person));
  await tx.delete(connectionChecks).where(await about.theirChecks(tx, person));
  await tx
    .update(connectionEvents)
    .set({ who: "erased", detail: null })
    .where(await about.theirEvents(tx, person));
  await tx.update(tenantRequests).set({ email: "" }).where(about.theirTenantRequests(person));
  await tx.update(connections).set({ ownerEmail: null }).where(about.theirConnections(person));
  const { accountName } = connections;
  await tx.update(connections).set({ accountName: null }).where(equalsInsensitive(accountName, person.address));
}
