import { type Answer, type Asked, startEmulator } from "./emulator.ts";
import { answerData, sayError, seedSalesforce } from "./salesforce-data.ts";
import {
  answerIntrospect,
  answerRevoke,
  answerToken,
  findSession,
  giveCode,
  openSalesforceOAuth,
} from "./salesforce-oauth.ts";

type Own = { data?: Parameters<typeof seedSalesforce>[0]; oauth?: Parameters<typeof openSalesforceOAuth>[0] };

/** Salesforce, with one organisation. `instanceUrl` is what its tokens name; "": the emulator's own address. */
export async function startSalesforce(own: Own = {}) {
  const data = seedSalesforce(own.data);
  const oauth = openSalesforceOAuth(own.oauth);
  const salesforce = { data, oauth, instanceUrl: "", asks: false };
  const emulator = await startEmulator((asked, url) =>
    answer(salesforce, asked, { instanceUrl: salesforce.instanceUrl || url, organizationId: data.organization.Id }),
  );
  return Object.assign(salesforce, emulator);
}

type Salesforce = {
  data: ReturnType<typeof seedSalesforce>;
  oauth: ReturnType<typeof openSalesforceOAuth>;
  /** Whether a person says yes or no on a page; otherwise everybody says yes. */
  asks: boolean;
};

function answerSignIn({ oauth, asks, data }: Salesforce, query: URLSearchParams): Answer {
  const back = (answered: Record<string, string>) => {
    const url = new URL(query.get("redirect_uri") ?? "");
    for (const [name, value] of Object.entries(answered)) url.searchParams.set(name, value);
    url.searchParams.set("state", query.get("state") ?? "");
    return url.href;
  };
  const allow = back({ code: giveCode(oauth, query) });
  if (!asks) return { status: 302, body: null, headers: { location: allow } };
  const deny = back({ error: "access_denied", error_description: "end-user denied authorization" });
  const link = (href: string, label: string) =>
    `<a href="${href.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}">${label}</a>`;
  return {
    status: 200,
    headers: { "content-type": "text/html; charset=utf-8" },
    body: `<!doctype html><html lang="en"><title>Salesforce (emulator)</title><h1>Allow access?</h1>
<p>You are ${data.login} at ${data.organization.Name}. This is an emulator, not Salesforce.</p>
<p>${link(allow, "Allow")} ${link(deny, "Deny")}</p></html>`,
  };
}

function answer(salesforce: Salesforce, asked: Asked, place: { instanceUrl: string; organizationId: string }): Answer {
  const { data, oauth } = salesforce;
  const { path, query, form, headers } = asked;
  if (path === "/services/oauth2/authorize") return answerSignIn(salesforce, query);
  if (path === "/services/oauth2/token") return answerToken(oauth, form, place);
  if (path === "/services/oauth2/introspect") return answerIntrospect(oauth, form, place);
  if (path === "/services/oauth2/revoke") return answerRevoke(oauth, form);
  const session = findSession(oauth, headers["authorization"]?.replace(/^Bearer /, "") ?? "");
  if (path === "/services/oauth2/userinfo") {
    if (!session) return { status: 403, body: "Bad_OAuth_Token" };
    return { status: 200, body: { organization_id: place.organizationId, preferred_username: data.login } };
  }
  if (!session) return sayError(401, "INVALID_SESSION_ID", "Session expired or invalid");
  if (!/\b(api|full)\b/.test(session.scope))
    return sayError(403, "INVALID_SESSION_ID", "This session is not valid for use with the REST API");
  return answerData(data, path.replace(/^\/services\/data\/v\d+\.0/, ""), query);
}
