import { desc, eq } from "drizzle-orm";
import { accessRequests } from "#db/schema/connections.ts";
import { workspaces } from "#db/schema/workspaces.ts";
import { toMoment } from "../connections/view-connection.ts";
import type { AccessCounts } from "../desk.schema.ts";
import type { Integrations } from "../open-integrations.ts";

/** Who asked for what is coming soon, or was before it opened; the latest first. */
export async function countRequests({ db, hub }: Integrations): Promise<AccessCounts> {
  const asked = await db
    .select({ request: accessRequests, workspace: workspaces.name })
    .from(accessRequests)
    .leftJoin(workspaces, eq(workspaces.id, accessRequests.workspaceId))
    .orderBy(desc(accessRequests.createdAt), desc(accessRequests.id));
  const requestsFor = (id: string) =>
    asked
      .filter(({ request }) => request.integration === id)
      .map(({ request: { email, createdAt, toldAt }, workspace }) => ({
        email,
        workspace,
        at: createdAt.toISOString(),
        toldAt: toMoment(toldAt),
      }));
  const integrations = hub.integrations.flatMap(({ id, name, availability }) => {
    const requests = requestsFor(id);
    if (availability !== "coming_soon" && requests.length === 0) return [];
    return [{ id, name, count: requests.length, latestAt: requests[0]?.at ?? null, requests }];
  });
  return { integrations };
}
