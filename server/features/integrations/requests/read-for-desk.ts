import { desc, eq } from "drizzle-orm";
import { connectionEvents, connections } from "#db/schema/connections.ts";
import { workspaces } from "#db/schema/workspaces.ts";
import { listChecks } from "../checks/keep-check.ts";
import { unknownConnection } from "../connections/find-connection.ts";
import { findTenant, toView } from "../connections/view-connection.ts";
import type { DeskConnectionDetail } from "../desk.schema.ts";
import type { Integrations } from "../open-integrations.ts";
import { toDesk } from "./list-for-desk.ts";

const EVENTS_SHOWN = 200;

/** One connection with its checks and with what was done to it, the latest first. @throws AppError "not_found" */
export async function readForDesk(integrations: Integrations, id: string): Promise<DeskConnectionDetail> {
  const { db } = integrations;
  const [found] = await db
    .select({ row: connections, workspace: { id: workspaces.id, name: workspaces.name } })
    .from(connections)
    .innerJoin(workspaces, eq(workspaces.id, connections.workspaceId))
    .where(eq(connections.id, id));
  if (!found) throw unknownConnection();
  const tenant = await findTenant(db, id);
  const events = await db
    .select()
    .from(connectionEvents)
    .where(eq(connectionEvents.connectionId, id))
    .orderBy(desc(connectionEvents.at), desc(connectionEvents.id))
    .limit(EVENTS_SHOWN);
  return {
    ...toDesk(found.row, found.workspace, tenant),
    view: toView(integrations, found.row, tenant),
    checks: await listChecks(db, id),
    events: events.map(({ at, who, what, detail }) => ({ at: at.toISOString(), who, what, detail })),
  };
}
