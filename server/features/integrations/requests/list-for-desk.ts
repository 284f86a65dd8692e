import { and, count, desc, eq, inArray, or, sql, type SQL } from "drizzle-orm";
import type { z } from "zod";
import { IntegrationId } from "#content/schema.ts";
import { containsInsensitive } from "#db/query.ts";
import { connections, tenantRequests } from "#db/schema/connections.ts";
import { workspaces } from "#db/schema/workspaces.ts";
import { unknownPlace } from "#server/core/unknown-place.ts";
import type { ConnectionRow } from "../connections/find-connection.ts";
import { viewCheck } from "../connections/list-integrations.ts";
import { toMoment, viewTenant } from "../connections/view-connection.ts";
import type { DeskConnection, DeskConnections, DeskConnectionsQuery } from "../desk.schema.ts";
import type { Integrations } from "../open-integrations.ts";

type Query = z.infer<typeof DeskConnectionsQuery>;
type TenantRow = typeof tenantRequests.$inferSelect;
type Workspace = { id: string; name: string };

const PAGE = 50;
const isWaiting = eq(connections.state, "waiting");
const isFailing = or(eq(connections.checkState, "failed"), eq(connections.state, "reconnect"));
/** Those that wait first, then those that fail. */
const RANK = sql<number>`case when ${isWaiting} then 0 when ${isFailing} then 1 else 2 end`.mapWith(Number);

/** Connections of all workspaces, fifty at a time, without their secrets. The two counts are of all that there are. */
export async function listForDesk(integrations: Integrations, query: Query): Promise<DeskConnections> {
  const { db } = integrations;
  const { show, integration, q, after } = query;
  const rows = await db
    .select({ row: connections, workspace: { id: workspaces.id, name: workspaces.name }, rank: RANK })
    .from(connections)
    .innerJoin(workspaces, eq(workspaces.id, connections.workspaceId))
    .where(
      and(
        show === "waiting" ? isWaiting : show === "failing" ? isFailing : undefined,
        integration && eq(connections.integration, integration),
        q ? mentions(q) : undefined,
        after === undefined ? undefined : behind(after),
      ),
    )
    .orderBy(RANK, desc(connections.updatedAt), desc(connections.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? page.at(-1) : undefined;
  const tenants = await findTenants(integrations, page);
  return {
    connections: page.map(({ row, workspace }) => toDesk(row, workspace, tenants.get(row.id))),
    next: last ? `${last.rank} ${last.row.updatedAt.toISOString()} ${last.row.id}` : null,
    waiting: await countWhere(integrations, isWaiting),
    failing: await countWhere(integrations, isFailing),
  };
}

export const toDesk = (row: ConnectionRow, workspace: Workspace, tenant: TenantRow | undefined): DeskConnection => ({
  id: row.id,
  integration: IntegrationId.parse(row.integration),
  workspace,
  state: row.state,
  accountName: row.accountName,
  ownerEmail: row.ownerEmail ?? tenant?.email ?? null,
  check: viewCheck(row),
  tenant: tenant ? viewTenant(tenant) : null,
  savedAt: toMoment(row.savedAt),
  updatedAt: row.updatedAt.toISOString(),
});

const mentions = (text: string): SQL | undefined =>
  or(
    ...[workspaces.name, connections.accountName, connections.ownerEmail].map((column) =>
      containsInsensitive(column, text),
    ),
  );

/** As `next` gave it: a rank, an ISO time and an id. */
const CURSOR = /^([0-2]) ([12]\d{3}-\S+Z) (\S+)$/;

function behind(after: string): SQL {
  const [, rank = "", time = "", id = ""] = CURSOR.exec(after) ?? [];
  const at = new Date(time);
  if (Number.isNaN(at.getTime())) throw unknownPlace("after");
  const moment = sql.param(at, connections.updatedAt);
  const older = sql`(${connections.updatedAt} < ${moment} or (${connections.updatedAt} = ${moment} and ${connections.id} < ${sql.param(id, connections.id)}))`;
  return sql`(${RANK} > ${Number(rank)} or (${RANK} = ${Number(rank)} and ${older}))`;
}

async function findTenants({ db }: Integrations, page: { row: ConnectionRow }[]): Promise<Map<string, TenantRow>> {
  const ids = page.map(({ row }) => row.id);
  if (ids.length === 0) return new Map();
  const requests = await db
    .select()
    .from(tenantRequests)
    .where(inArray(tenantRequests.connectionId, ids))
    .orderBy(tenantRequests.submittedAt, tenantRequests.id);
  // of several, the latest stays
  return new Map(requests.map((request) => [request.connectionId, request]));
}

async function countWhere({ db }: Integrations, where: SQL | undefined): Promise<number> {
  const [counted] = await db.select({ rows: count() }).from(connections).where(where);
  return counted?.rows ?? 0;
}
