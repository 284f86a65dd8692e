import type { OperatorApp } from "#server/core/crm-settings.ts";
import type { Finish, Grant, Site, Start } from "../../connector.ts";
import type { VendorFetch } from "../../vendor-fetch.ts";
import { authorizeUrl, exchangeCode, type OAuthServer, refreshTokens, type Tokens } from "../oauth.ts";
import { acceptInstance } from "./salesforce.instance.ts";

export const SCOPES = ["api", "refresh_token"];
/** Salesforce does not say how long a session lasts; this is the shortest that an organisation can choose. */
const SESSION_MS = 15 * 60_000;

const server = ({ authBase }: Site): OAuthServer => ({
  authorizeUrl: `${authBase}/services/oauth2/authorize`,
  tokenUrl: `${authBase}/services/oauth2/token`,
});

export const beginSignIn = (app: OperatorApp, start: Start): URL =>
  authorizeUrl(app, server(start.site).authorizeUrl, start, SCOPES);

export const finishSignIn = async (app: OperatorApp, fetch: VendorFetch, answer: Finish): Promise<Grant> =>
  toGrant(answer.site, await exchangeCode(app, fetch, server(answer.site), answer), null);

export const refreshGrant = async (app: OperatorApp, fetch: VendorFetch, site: Site, grant: Grant): Promise<Grant> =>
  toGrant(site, await refreshTokens(app, fetch, server(site), grant.refreshToken), grant.refreshToken);

const toGrant = (site: Site, got: Tokens, oldRefresh: string | null): Grant => ({
  accessToken: got.access_token,
  refreshToken: got.refresh_token ?? oldRefresh,
  expiresAt: new Date(Date.now() + SESSION_MS).toISOString(),
  scopes: readScopes(got.scope),
  apiBase: acceptInstance(site, got["instance_url"]),
  credentials: null,
});

/** `full` has the API in it, and `offline_access` is another name for `refresh_token`. */
export function readScopes(scope: string | undefined): string[] | null {
  if (scope === undefined) return null;
  const granted = scope.split(" ");
  if (granted.includes("full")) granted.push("api");
  if (granted.includes("offline_access")) granted.push("refresh_token");
  return granted;
}

/** With the refresh token all of its sessions end. */
export async function revokeGrant(_app: OperatorApp, fetch: VendorFetch, site: Site, grant: Grant): Promise<boolean> {
  const { status } = await fetch(`${site.authBase}/services/oauth2/revoke`, {
    method: "POST",
    form: { token: grant.refreshToken ?? grant.accessToken },
  });
  // 400: there is no such token any more
  return status === 200 || status === 400;
}
