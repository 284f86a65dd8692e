import { eq } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { connectionChecks, connections } from "#db/schema/connections.ts";
import { workspaces } from "#db/schema/workspaces.ts";
import type { ReadCustomer } from "#server/auth/customer.ts";
import { newId } from "#server/core/ids.ts";
import type { CheckState } from "#server/features/integrations/integrations.values.ts";
import { grantColumns } from "#server/features/integrations/connections/kept-grant.ts";
import { openIntegrations } from "#server/features/integrations/open-integrations.ts";
import { call, settings } from "./checked.ts";
import type { TestHub } from "./hub.ts";

type Row = typeof connections.$inferSelect;

/** A connection that is saved and live, of a workspace of its own, as it stands in the database. */
export async function addConnection(db: Db, change: Partial<Row> = {}): Promise<Row> {
  const now = new Date();
  const workspaceId = change.workspaceId ?? newId("ws");
  if (!change.workspaceId)
    await db.insert(workspaces).values({ id: workspaceId, externalId: null, name: "Acme", createdAt: now });
  const row: Row = {
    id: newId("con"),
    workspaceId,
    integration: "hubspot",
    site: "main",
    state: "connected",
    accountId: "acc-1",
    accountName: "Acme",
    accountUrl: null,
    grant: null,
    grantVersion: 1,
    grantExpiresAt: null,
    refreshUntil: null,
    connectedAt: now,
    ownerEmail: "owner@example.com",
    ownerLanguage: null,
    draft: settings,
    version: 1,
    saved: settings,
    savedAt: now,
    checkState: null,
    checkedAt: null,
    nextCheckAt: now,
    missedChecks: 0,
    checkUntil: null,
    toldFailed: false,
    createdAt: now,
    updatedAt: now,
    ...change,
  };
  await db.insert(connections).values(row);
  return row;
}

/** Checks of a connection from before, the oldest first. */
export async function addChecks(db: Db, connectionId: string, states: CheckState[]): Promise<void> {
  for (const [index, state] of states.entries())
    await db.insert(connectionChecks).values({
      id: newId("chk"),
      connectionId,
      at: new Date(Date.now() - (states.length - index) * 60_000),
      state,
      by: "hub",
      results: [],
    });
}

/** `customer=<workspace>.<session>`: somebody of that workspace. */
export const readCustomer: ReadCustomer = async (headers) => {
  const [, workspaceId, sessionId] = /customer=(\w+)\.(\w+)/.exec(headers.get("cookie") ?? "") ?? [];
  if (!workspaceId || !sessionId) return null;
  return { id: "cus_1", email: "ada@example.com", name: "Ada", workspaceId, workspaceName: "Acme", sessionId };
};

/** A workspace of that name; gives the cookie of somebody of it. Of a hub whose `readCustomer` is the one above. */
export async function signIn({ db }: TestHub, workspace: string): Promise<string> {
  const id = newId("ws");
  await db.insert(workspaces).values({ id, externalId: null, name: workspace, createdAt: new Date() });
  return `customer=${id}.s1`;
}

/** The same of the workspace of that name, with access that opens. */
export async function connectCrm({ db, deps }: TestHub, workspace: string, change: Partial<Row> = {}): Promise<Row> {
  const [owner] = await db.select().from(workspaces).where(eq(workspaces.name, workspace));
  if (!owner) throw new Error(`Nobody of "${workspace}" has signed in`);
  const id = newId("con");
  const grant = grantColumns(openIntegrations(deps), id, call.grant);
  return addConnection(db, { id, workspaceId: owner.id, ...grant, ...change });
}
