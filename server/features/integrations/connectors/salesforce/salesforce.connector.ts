import { z } from "zod";
import { keepWords, type Text } from "#content/kept-words.ts";
import type { Call, Connector, TokenCheck } from "../../connector.ts";
import { VendorFault, vendorNotes as n } from "../../vendor-fault.ts";
import type { VendorReply } from "../../vendor-fetch.ts";
import { isWrongApp } from "../oauth.ts";
import { readReply } from "../read-reply.ts";
import { countPeople, findPeople } from "./salesforce.find.ts";
import { readAccount, readFields, readPipelines } from "./salesforce.read.ts";
import { apiBase, findFault } from "./salesforce.request.ts";
import { beginSignIn, finishSignIn, readScopes, refreshGrant, revokeGrant, SCOPES } from "./salesforce.oauth.ts";
import { vocabularyWords } from "../../vocabulary.words.ts";

const v = keepWords(vocabularyWords);

const site = (id: string, title: Text, base: string) => ({ id, title, apiBase: base, authBase: base });

export const salesforce: Connector = {
  definition: {
    id: "salesforce",
    // data is read where the token says; these are for signing in
    sites: [
      site("production", v.sites.production, "https://login.salesforce.com"),
      site("sandbox", v.sites.sandbox, "https://test.salesforce.com"),
    ],
    way: "oauth",
    scopes: SCOPES,
    objects: [
      { id: "lead", title: v.kinds.lead, policies: ["update", "skip", "duplicate"] },
      { id: "contact", title: v.kinds.contact, policies: ["update", "skip", "duplicate"] },
    ],
    words: { pipeline: null, ...v.salesforce },
    credentials: [],
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
  count: countPeople,
  findContact: findPeople,
};

const Introspected = z.object({
  active: z.boolean(),
  scope: z.string().optional(),
  exp: z.number().optional(),
  /** https://login.salesforce.com/id/<organisation>/<user> */
  sub: z.string().optional(),
});

/** OAuth's own errors are about the app; all else is refused as data is. */
function findIntrospectionFault(reply: VendorReply): VendorFault {
  const { error } = z.object({ error: z.string() }).safeParse(reply.body).data ?? { error: "" };
  const { status } = reply;
  return isWrongApp(error) ? new VendorFault("wrong_app", `${status} ${error}`, { status }) : findFault(reply);
}

async function checkToken(call: Call): Promise<TokenCheck> {
  const { app, grant, fetch, signal } = call;
  const reply = await fetch(`${apiBase(call)}/services/oauth2/introspect`, {
    method: "POST",
    form: {
      token: grant.accessToken,
      token_type_hint: "access_token",
      client_id: app.clientId,
      client_secret: app.clientSecret,
    },
    signal,
  });
  const said = readReply(reply, Introspected, findIntrospectionFault);
  if (!said.active) throw new VendorFault("expired", n.inactive("Salesforce"), { status: reply.status });
  return {
    accountId: /\/id\/(\w+)\//.exec(said.sub ?? "")?.[1] ?? null,
    scopes: readScopes(said.scope),
    expiresAt: said.exp ? new Date(said.exp * 1000).toISOString() : null,
  };
}
