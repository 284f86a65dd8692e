import { eq, inArray } from "drizzle-orm";
import { connectionChecks, connections } from "#db/schema/connections.ts";
import { customers, members, workspaces } from "#db/schema/workspaces.ts";
import { nameOf } from "../connections/find-way.ts";
import type { Integrations } from "../open-integrations.ts";
import { listChecks, toCheck } from "./keep-check.ts";

const CONNECTION = {
  id: connections.id,
  integration: connections.integration,
  workspaceId: connections.workspaceId,
  workspace: workspaces.name,
  state: connections.state,
};

/**
 * Checks that somebody sent along, each beside the latest one of its connection, and the connections of the workspaces
 * that their address belongs to. `own`: the check is of one of those. Checks that are not kept any more are left out.
 */
export async function readSentChecks(integrations: Integrations, ids: string[], email: string) {
  const { db } = integrations;
  const own = await db
    .selectDistinct(CONNECTION)
    .from(customers)
    .innerJoin(members, eq(members.customerId, customers.id))
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .innerJoin(connections, eq(connections.workspaceId, workspaces.id))
    .where(inArray(customers.email, [email, email.toLowerCase()]));
  const rows = ids.length === 0 ? [] : await findChecks(integrations, ids);
  const checks = rows.map(async ({ check, connection }) => {
    const sent = toCheck(check);
    const [latest = sent] = await listChecks(db, connection.id, 1);
    const isOwn = own.some(({ workspaceId }) => workspaceId === connection.workspaceId);
    return { connection: toView(integrations, connection), own: isOwn, sent, latest };
  });
  return { checks: await Promise.all(checks), connections: own.map((row) => toView(integrations, row)) };
}

const findChecks = ({ db }: Integrations, ids: string[]) =>
  db
    .select({ check: connectionChecks, connection: CONNECTION })
    .from(connectionChecks)
    .innerJoin(connections, eq(connections.id, connectionChecks.connectionId))
    .innerJoin(workspaces, eq(workspaces.id, connections.workspaceId))
    .where(inArray(connectionChecks.id, ids));

type Row = Awaited<ReturnType<typeof findChecks>>[number]["connection"];

const toView = (integrations: Integrations, { id, integration, workspace, state }: Row) => ({
  id,
  name: nameOf(integrations, integration),
  workspace,
  state,
});
