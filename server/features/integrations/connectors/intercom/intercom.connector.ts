import { keepWords, type Text } from "#content/kept-words.ts";
import type { Connector, Site } from "../../connector.ts";
import { beginSignIn, finishSignIn } from "./intercom.oauth.ts";
import { countContacts, findPeople, readAccount, readFields, readPipelines } from "./intercom.read.ts";
import { vocabularyWords } from "../../vocabulary.words.ts";

const v = keepWords(vocabularyWords);

const site = (id: string, title: Text, apiBase: string): Site => ({
  id,
  title,
  apiBase,
  authBase: "https://app.intercom.com",
});

export const intercom: Connector = {
  definition: {
    id: "intercom",
    sites: [
      site("us", v.sites.us, "https://api.intercom.io"),
      site("eu", v.sites.eu, "https://api.eu.intercom.io"),
      site("au", v.sites.au, "https://api.au.intercom.io"),
    ],
    way: "oauth",
    // the operator’s app has them
    scopes: [],
    // a second contact with the same address is refused, so none is offered
    objects: [{ id: "contact", title: v.kinds.contact, policies: ["update", "skip"] }],
    words: v.intercom,
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
  count: countContacts,
  findContact: findPeople,
};
