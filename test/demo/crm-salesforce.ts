import { makeConvertedLead } from "#test/fakes/crm/salesforce-records.ts";
import { startSalesforce } from "#test/fakes/crm/salesforce.ts";
import type { DemoCrm } from "./crms.ts";
import { connect, save } from "./set-up.ts";

const CONVERTED = makeConvertedLead();
const CONTACT = {
  Id: "0035g00000LinuEAD",
  Name: "Linus",
  Email: "linus@example.com",
  CreatedDate: CONVERTED.CreatedDate,
};

/** Connected and saved, leads with “Do nothing”; then the status that new leads begin with was taken away. */
export async function startDemoSalesforce(): Promise<DemoCrm> {
  const salesforce = await startSalesforce({ data: { leads: [CONVERTED], contacts: [CONTACT] } });
  return {
    name: "Salesforce",
    entry: { id: "salesforce", apiBase: salesforce.url, authBase: salesforce.url },
    settings: {
      SALESFORCE_CLIENT_ID: salesforce.oauth.clientId,
      SALESFORCE_CLIENT_SECRET: salesforce.oauth.clientSecret,
    },
    toTry: [
      `Trace ${CONVERTED.Email} as a referrer: a lead that was converted, so a sync would probably fail`,
      `Trace ${CONTACT.Email} as a lead: a contact that is there already, and would be skipped`,
    ],
    live: async (customer) => {
      const view = await connect(customer, "salesforce");
      const id = await save(customer, view, { referrers: "update", leads: "skip" });
      await customer.get(`/api/connections/${id}/check`);
      salesforce.data.leadStatuses.shift();
      await customer.get(`/api/connections/${id}/check`);
      salesforce.asks = true;
    },
    close: salesforce.close,
  };
}
