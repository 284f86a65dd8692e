import { eq } from "drizzle-orm";
import { accessRequests, connections } from "#db/schema/connections.ts";
import type { IntegrationView } from "../integrations.schema.ts";
import type { Integrations } from "../open-integrations.ts";
import { crmWords } from "./view-connection.ts";

/** Every integration of the hub, as a workspace meets it; `workspaceId` null: somebody who is not signed in. */
export async function listIntegrations(integrations: Integrations, workspaceId: string | null) {
  const [own, asked] = await readOwn(integrations, workspaceId);
  return integrations.hub.integrations.map(({ id, name, availability }): IntegrationView => {
    const open = availability !== "coming_soon";
    const connector = open ? integrations.connectors[id] : undefined;
    const row = own.find(({ integration }) => integration === id);
    const request = asked.find(({ integration }) => integration === id);
    return {
      id,
      name,
      availability,
      usable: connector !== undefined && integrations.config.apps[id] !== undefined,
      crm: connector ? crmWords(connector) : null,
      connection: row ? { id: row.id, state: row.state, check: viewCheck(row) } : null,
      requestedAt: open ? null : (request?.createdAt.toISOString() ?? null),
    };
  });
}

type Checked = Pick<typeof connections.$inferSelect, "checkState" | "checkedAt">;

export const viewCheck = ({ checkState, checkedAt }: Checked) =>
  checkState && checkedAt ? { state: checkState, at: checkedAt.toISOString() } : null;

async function readOwn({ db }: Integrations, workspaceId: string | null) {
  if (workspaceId === null) return [[], []] as const;
  const { id, integration, state, checkState, checkedAt } = connections;
  const own = await db
    .select({ id, integration, state, checkState, checkedAt })
    .from(connections)
    .where(eq(connections.workspaceId, workspaceId));
  const asked = await db
    .select({ integration: accessRequests.integration, createdAt: accessRequests.createdAt })
    .from(accessRequests)
    .where(eq(accessRequests.who, workspaceId));
  return [own, asked] as const;
}
