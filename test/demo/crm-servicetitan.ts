import { startServiceTitan } from "#test/fakes/crm/servicetitan.ts";
import type { DemoCrm } from "./crms.ts";
import { submitTenant } from "./set-up.ts";

/** A Tenant ID waits at the desk. */
export async function startDemoServiceTitan(): Promise<DemoCrm> {
  const servicetitan = await startServiceTitan();
  const { tenantId, clientId, clientSecret, appKey, bookingProviders } = servicetitan.data;
  return {
    name: "ServiceTitan",
    entry: { id: "servicetitan", apiBase: servicetitan.url, authBase: servicetitan.url },
    settings: { SERVICETITAN_APP_KEY: appKey },
    toTry: [
      `Tenant ID ${tenantId} waits at the desk, under Connections: approve it`,
      `Then enter Client ID ${clientId}, Client Secret ${clientSecret}, booking provider ${bookingProviders.join(" or ")}`,
    ],
    live: (customer) => submitTenant(customer, tenantId),
    close: servicetitan.close,
  };
}
