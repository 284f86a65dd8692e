import type { z } from "zod";
import type { OperatorApp } from "#server/core/crm-settings.ts";
import type { Finish, Grant, Site, Start } from "../../connector.ts";
import { VendorFault } from "../../vendor-fault.ts";
import type { VendorFetch } from "../../vendor-fetch.ts";
import { authorizeUrl, token, type T } from "../oauth.ts";
import { acceptInstance } from "./salesforce.instance.ts";

export const SCOPES = ["api", "refresh_token"];
/** Salesforce does not say how long a session lasts; this is the shortest that an organisation can choose. */
const SESSION_MS = 15 * 60_000;

export const beginSignIn = (app: OperatorApp, start: Start): URL =>
  authorizeUrl(app, `${start.site.authBase}/services/oauth2/authorize`, start, SCOPES);

export async function finishSignIn(app: OperatorApp, fetch: VendorFetch, answer: Finish): Promise<Grant> {
  if (answer.kind !== "callback") throw new VendorFault("refused", "Salesforce takes a sign-in, no keys");
  const got = await token(app, fetch, `${answer.site.authBase}/services/oauth2/token`, {
    grant_type: "authorization_code",
    code: answer.callbackUrl.searchParams.get("code") ?? "",
    redirect_uri: answer.redirectUri,
    code_verifier: answer.verifier,
  });
  return toGrant(answer.site, got, null);
}

export async function refreshGrant(app: OperatorApp, fetch: VendorFetch, site: Site, grant: Grant): Promise<Grant> {
  const got = await token(
    app,
    fetch,
    `${site.authBase}/services/oauth2/token`,
    { grant_type: "refresh_token", refresh_token: grant.refreshToken ?? "" },
    true,
  );
  return toGrant(site, got, grant.refreshToken);
}

const toGrant = (site: Site, got: z.infer<typeof T>, oldRefresh: string | null): Grant => ({
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
