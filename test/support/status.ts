import type { IntegrationId } from "#content/schema.ts";
import type { HubStatus } from "#server/features/status/status.schema.ts";

type Requested = { request: (path: string) => Response | Promise<Response> };

export const getStatus = async (app: Requested): Promise<HubStatus> =>
  // What the route answers with, by its schema.
  (await (await app.request("/api/status")).json()) as HubStatus;

/** What is told of one vendor. */
export function vendorIn(status: HubStatus, id: IntegrationId): HubStatus["integrations"][number]["vendor"] {
  const integration = status.integrations.find((each) => each.id === id);
  if (!integration) throw new Error(`${id} is not in the status`);
  return integration.vendor;
}
