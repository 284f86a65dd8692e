import { randomBytes } from "node:crypto";
import type { Answer } from "./emulator.ts";
import { type Codes, takeCode } from "./sign-in.ts";

/** `calls`: when each of the last ten seconds was made. */
type Access = { refreshToken: string; expiresAt: number; scopes: string[]; calls: number[] };

/** Who is let in: codes, access tokens and refresh tokens. */
export type HubSpotOAuth = {
  clientId: string;
  clientSecret: string;
  seconds: number;
  /** Each refresh gives a new refresh token, and the old one dies. */
  rotates: boolean;
  /** What the next sign-in is granted. */
  scopes: string[];
  codes: Codes;
  tokens: Map<string, Access>;
  /** With what each was granted. */
  refreshTokens: Map<string, string[]>;
};

export const openHubSpotOAuth = (own: Partial<HubSpotOAuth> = {}): HubSpotOAuth => ({
  clientId: "hubspot-acme",
  clientSecret: "hubspot-secret",
  seconds: 1800,
  rotates: false,
  scopes: [
    "oauth",
    "crm.objects.contacts.read",
    "crm.objects.contacts.write",
    "crm.objects.deals.read",
    "crm.schemas.contacts.read",
    "crm.schemas.deals.read",
  ],
  codes: new Map(),
  tokens: new Map(),
  refreshTokens: new Map(),
  ...own,
});

const fail = (error: string, status: string, message: string): Answer => ({
  status: 400,
  body: { error, error_description: message, status, message },
});

/** `POST /oauth/2026-03/token`, `…/introspect` and `…/revoke` */
export function answerOAuth(oauth: HubSpotOAuth, path: string, form: URLSearchParams, hubId: number): Answer {
  if (form.get("client_id") !== oauth.clientId || form.get("client_secret") !== oauth.clientSecret)
    return fail("invalid_client", "BAD_CLIENT_SECRET", "missing or invalid client secret");
  if (path === "/introspect") return answerIntrospect(oauth, form.get("token") ?? "", hubId);
  if (path === "/revoke") return answerRevoke(oauth, form.get("token") ?? "");
  if (form.get("grant_type") === "refresh_token") return answerRefresh(oauth, form.get("refresh_token") ?? "", hubId);
  if (form.get("grant_type") !== "authorization_code")
    return fail("unsupported_grant_type", "BAD_GRANT_TYPE", "missing or unknown grant type");
  if (!takeCode(oauth.codes, form)) return fail("invalid_grant", "BAD_AUTH_CODE", "missing or invalid auth code");
  return letIn(oauth, newRefreshToken(oauth, oauth.scopes), hubId);
}

function answerRefresh(oauth: HubSpotOAuth, old: string, hubId: number): Answer {
  const scopes = oauth.refreshTokens.get(old);
  if (!scopes) return fail("invalid_grant", "BAD_REFRESH_TOKEN", "missing or invalid refresh token");
  if (!oauth.rotates) return letIn(oauth, old, hubId);
  oauth.refreshTokens.delete(old);
  return letIn(oauth, newRefreshToken(oauth, scopes), hubId);
}

function newRefreshToken(oauth: HubSpotOAuth, scopes: string[]): string {
  const token = `na1-${randomBytes(24).toString("base64url")}`;
  oauth.refreshTokens.set(token, [...scopes]);
  return token;
}

function letIn(oauth: HubSpotOAuth, refreshToken: string, hubId: number): Answer {
  const token = `CO${randomBytes(48).toString("base64url")}`;
  const scopes = oauth.refreshTokens.get(refreshToken) ?? [];
  oauth.tokens.set(token, { refreshToken, expiresAt: Date.now() + oauth.seconds * 1000, scopes, calls: [] });
  return {
    status: 200,
    body: {
      access_token: token,
      refresh_token: refreshToken,
      expires_in: oauth.seconds,
      token_type: "bearer",
      hub_id: hubId,
      scopes,
    },
  };
}

/** A token that still lasts. */
export function findAccess(oauth: HubSpotOAuth, token: string): Access | undefined {
  const access = oauth.tokens.get(token);
  return access && access.expiresAt > Date.now() ? access : undefined;
}

function answerIntrospect(oauth: HubSpotOAuth, token: string, hubId: number): Answer {
  const access = findAccess(oauth, token);
  if (!access) return { status: 200, body: { active: false } };
  const seconds = Math.floor((access.expiresAt - Date.now()) / 1000);
  const { scopes } = access;
  return {
    status: 200,
    body: { active: true, hub_id: hubId, user_id: 42, client_id: oauth.clientId, scopes, expires_in: seconds },
  };
}

/** The refresh token alone dies: what it brought lives on until it runs out. */
function answerRevoke(oauth: HubSpotOAuth, token: string): Answer {
  if (!oauth.refreshTokens.delete(token) && !oauth.tokens.delete(token))
    return fail("invalid_grant", "BAD_REFRESH_TOKEN", "missing or invalid refresh token");
  return { status: 204, body: null };
}
