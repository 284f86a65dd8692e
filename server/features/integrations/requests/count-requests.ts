import { desc, eq } from "drizzle-orm";
import { accessRequests } from "#db/schema/connections.ts";
import { workspaces } from "#db/schema/workspaces.ts";
import { toMoment } from "../connections/view-connection.ts";
import type { AccessCounts } from "../desk.schema.ts";
import type { Integrations } from "../open-integrations.ts";

/** So many of an integration's requests are named, the latest first. */
const NAMED = 100;

/** Who asked for what is coming soon, or was before it opened. */
export async function countRequests({ db, hub }: Integrations): Promise<AccessCounts> {
  const counted = hub.integrations.map(async ({ id, name, availability }) => {
    const ofIt = eq(accessRequests.integration, id);
    const count = await db.$count(accessRequests, ofIt);
    if (availability !== "coming_soon" && count === 0) return [];
    const asked = await db
      .select({ request: accessRequests, workspace: workspaces.name })
      .from(accessRequests)
      .leftJoin(workspaces, eq(workspaces.id, accessRequests.workspaceId))
      .where(ofIt)
      .orderBy(desc(accessRequests.createdAt), desc(accessRequests.id))
      .limit(NAMED);
    const requests = asked.map(({ request: { email, createdAt, toldAt }, workspace }) => ({
      email,
      workspace,
      at: createdAt.toISOString(),
      toldAt: toMoment(toldAt),
    }));
    return [{ id, name, count, latestAt: requests[0]?.at ?? null, requests }];
  });
  return { integrations: (await Promise.all(counted)).flat() };
}
