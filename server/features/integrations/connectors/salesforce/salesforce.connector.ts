import { z } from "zod";
import { keepWords, type Text } from "#content/kept-words.ts";
import type { Call, Connector, TokenCheck } from "../../connector.ts";
import { limited, VendorFault, vendorNotes as n } from "../../vendor-fault.ts";
import { findPeople } from "./salesforce.find.ts";
import { readAccount, readFields, readPipelines } from "./salesforce.read.ts";
import { apiBase } from "./salesforce.request.ts";
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
  findContact: findPeople,
};

const Introspected = z.object({
  active: z.boolean(),
  scope: z.string().optional(),
  exp: z.number().optional(),
  /** https://login.salesforce.com/id/<organisation>/<user> */
  sub: z.string().optional(),
});

async function checkToken(call: Call): Promise<TokenCheck> {
  const { app, grant, fetch, signal } = call;
  const { status, headers, body, text } = await fetch(`${apiBase(call)}/services/oauth2/introspect`, {
    method: "POST",
    form: {
      token: grant.accessToken,
      token_type_hint: "access_token",
      client_id: app.clientId,
      client_secret: app.clientSecret,
    },
    signal,
  });
  const said = Introspected.safeParse(body).data;
  if (status === 429) throw limited(headers, `${status}`);
  if (text.includes("REQUEST_LIMIT_EXCEEDED")) throw new VendorFault("limited", `${status}`, { status });
  if (status >= 400) throw new VendorFault("wrong_key", `${status} ${text}`, { status });
  if (!said) throw new VendorFault("unreadable", text, { status });
  if (!said.active) throw new VendorFault("expired", n.inactive("Salesforce"), { status });
  return {
    accountId: /\/id\/(\w+)\//.exec(said.sub ?? "")?.[1] ?? null,
    scopes: readScopes(said.scope),
    expiresAt: said.exp ? new Date(said.exp * 1000).toISOString() : null,
  };
}
