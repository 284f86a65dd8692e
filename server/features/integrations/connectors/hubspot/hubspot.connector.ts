import { keepWords } from "#content/kept-words.ts";
import type { Connector } from "../../connector.ts";
import { beginSignIn, checkToken, finishSignIn, refreshGrant, revokeGrant, SCOPES } from "./hubspot.oauth.ts";
import { countContacts, findPeople, readAccount, readFields, readPipelines } from "./hubspot.read.ts";
import { vocabularyWords } from "../../vocabulary.words.ts";

const { kinds, hubspot: words } = keepWords(vocabularyWords);

export const hubspot: Connector = {
  definition: {
    id: "hubspot",
    sites: [{ id: "main", title: "HubSpot", apiBase: "https://api.hubapi.com", authBase: "https://app.hubspot.com" }],
    way: "oauth",
    scopes: SCOPES,
    // a second contact with the same address is refused, so none is offered
    objects: [{ id: "contact", title: kinds.contact, policies: ["update", "skip"] }],
    words: { pipeline: words.pipeline, stage: words.stage, standsIn: null },
    credentials: [],
    // 110 in 10 seconds for everyone who uses this app at an account
    callsPerSecond: 5,
  },

  begin: beginSignIn,
  finish: finishSignIn,
  refresh: refreshGrant,
  revoke: revokeGrant,
  check: checkToken,
  account: readAccount,
  pipelines: readPipelines,
  fields: readFields,
  count: countContacts,
  findContact: findPeople,
};
