import { makeContact } from "#test/fakes/crm/hubspot-records.ts";
import { startHubSpot } from "#test/fakes/crm/hubspot.ts";
import type { DemoCrm } from "./crms.ts";

const KNOWN = makeContact("grace@example.com", { firstname: "Grace" });

/** Not connected: the whole way is the visitor's. */
export async function startDemoHubSpot(): Promise<DemoCrm> {
  const hubspot = Object.assign(await startHubSpot({ data: { contacts: [KNOWN] } }), { asks: true });
  return {
    name: "HubSpot",
    entry: { id: "hubspot", apiBase: hubspot.url, authBase: hubspot.url },
    settings: { HUBSPOT_CLIENT_ID: hubspot.oauth.clientId, HUBSPOT_CLIENT_SECRET: hubspot.oauth.clientSecret },
    toTry: [
      "Set it up from nothing: connect, allow, choose, save, and check",
      "Trace grace@example.com: a contact that is there already; any other address would be made",
    ],
    live: async () => {},
    close: hubspot.close,
  };
}
