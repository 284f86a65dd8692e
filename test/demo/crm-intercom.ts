import { makePerson } from "#test/fakes/crm/intercom-records.ts";
import { startIntercom } from "#test/fakes/crm/intercom.ts";
import type { DemoCrm } from "./crms.ts";
import { connect, save } from "./set-up.ts";

const PERSON = makePerson("joan@example.com", { name: "Joan" });

/** Connected and saved; then the app lost the permission to read people, which the next check finds. */
export async function startDemoIntercom(): Promise<DemoCrm> {
  const intercom = await startIntercom({ contacts: [PERSON] });
  const permissions = [...intercom.data.permissions];
  return {
    name: "Intercom",
    entry: { id: "intercom", apiBase: intercom.url, authBase: intercom.url },
    settings: { INTERCOM_CLIENT_ID: intercom.clientId, INTERCOM_CLIENT_SECRET: intercom.clientSecret },
    toTry: [
      "Its check says which permission the app lost; the one before it was fine",
      "Disconnect, and set it up again from nothing",
    ],
    live: async (customer) => {
      const view = await connect(customer, "intercom");
      const id = await save(customer, view, { referrers: "update", leads: "update" });
      await customer.get(`/api/connections/${id}/check`);
      intercom.data.permissions = permissions.slice(0, 1);
      await customer.get(`/api/connections/${id}/check`);
      intercom.asks = true;
    },
    close: intercom.close,
  };
}
