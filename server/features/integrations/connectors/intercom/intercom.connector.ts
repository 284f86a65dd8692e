import type { Connector, Site } from "../../connector.ts";
import { beginSignIn, finishSignIn } from "./intercom.oauth.ts";
import { findPeople, readAccount, readFields, readPipelines } from "./intercom.read.ts";

const site = (id: string, title: string, apiBase: string): Site => ({
  id,
  title,
  apiBase,
  authBase: "https://app.intercom.com",
});

export const intercom: Connector = {
  definition: {
    id: "intercom",
    sites: [
      site("us", "United States", "https://api.intercom.io"),
      site("eu", "Europe", "https://api.eu.intercom.io"),
      site("au", "Australia", "https://api.au.intercom.io"),
    ],
    way: "oauth",
    // the operator’s app has them
    scopes: [],
    // a second contact with the same address is refused, so none is offered
    objects: [{ id: "contact", title: "Contact", policies: ["update", "skip"] }],
    words: {
      pipeline: "Attribute",
      stage: "Value",
      standsIn:
        "Intercom has no pipelines. An attribute of contacts with a fixed list of values stands in, and each value is a stage.",
    },
    credentials: [],
    callsPerSecond: 5,
  },

  begin: beginSignIn,
  finish: finishSignIn,
  refresh: async (_app, _fetch, _site, grant) => grant,
  // the customer takes the app away in Intercom
  revoke: async () => false,
  async check(call) {
    const { id } = await readAccount(call);
    return { accountId: id, scopes: null, expiresAt: null };
  },
  account: readAccount,
  pipelines: readPipelines,
  fields: readFields,
  findContact: findPeople,
};
