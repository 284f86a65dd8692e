import { type Answer, type Asked, startEmulator } from "./emulator.ts";
import { answerData, sayError, seedSalesforce } from "./salesforce-data.ts";
import { answerIntrospect, answerRevoke, answerToken, findSession, openSalesforceOAuth } from "./salesforce-oauth.ts";
import { answerSignIn } from "./sign-in.ts";

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

function answer(salesforce: Salesforce, asked: Asked, place: { instanceUrl: string; organizationId: string }): Answer {
  const { data, oauth, asks } = salesforce;
  const { path, query, form, headers } = asked;
  if (path === "/services/oauth2/authorize") {
    const who = `${data.login} at ${data.organization.Name}`;
    return answerSignIn({ crm: "Salesforce", codes: oauth.codes, asks, who }, query);
  }
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
