import { type Answer, type Asked, startEmulator } from "./emulator.ts";
import { answerData, sayError, seedHubSpot } from "./hubspot-data.ts";
import { answerOAuth, findAccess, openHubSpotOAuth } from "./hubspot-oauth.ts";
import { answerSignIn } from "./sign-in.ts";

type Own = { data?: Parameters<typeof seedHubSpot>[0]; oauth?: Parameters<typeof openHubSpotOAuth>[0] };
type HubSpot = {
  data: ReturnType<typeof seedHubSpot>;
  oauth: ReturnType<typeof openHubSpotOAuth>;
  /** Whether a person says yes or no on a page; otherwise everybody says yes. */
  asks: boolean;
};

/** HubSpot, with one account. */
export async function startHubSpot(own: Own = {}) {
  const hubspot: HubSpot = { data: seedHubSpot(own.data), oauth: openHubSpotOAuth(own.oauth), asks: false };
  return Object.assign(hubspot, await startEmulator((asked) => answer(hubspot, asked)));
}

const OAUTH = "/oauth/2026-03/token";

function answer({ data, oauth, asks }: HubSpot, asked: Asked): Answer {
  const { path, query, form, headers } = asked;
  if (path === "/oauth/authorize") {
    const who = `${data.login} at HubSpot account ${data.portalId}`;
    return answerSignIn({ crm: "HubSpot", codes: oauth.codes, asks, who }, query);
  }
  if (path.startsWith(OAUTH)) return answerOAuth(oauth, path.slice(OAUTH.length), form, data.portalId);
  const access = findAccess(oauth, headers["authorization"]?.replace(/^Bearer /, "") ?? "");
  if (!access) return sayError(401, "INVALID_AUTHENTICATION", "Authentication credentials not found or expired.");
  const now = Date.now();
  access.calls = access.calls.filter((at) => at > now - 10_000);
  if (access.calls.length >= data.limit) {
    const message = "You have reached your ten_secondly_rolling limit.";
    const more = { errorType: "RATE_LIMIT", policyName: "TEN_SECONDLY_ROLLING" };
    return { ...sayError(429, "RATE_LIMITS", message, more), headers: { "retry-after": "10" } };
  }
  access.calls.push(now);
  return answerData(data, asked, access.scopes);
}
