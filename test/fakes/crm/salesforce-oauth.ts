import { createHash, randomBytes } from "node:crypto";
import type { Answer } from "./salesforce-data.ts";
import type { Codes } from "./sign-in.ts";

type Session = { refreshToken: string; expiresAt: number; scope: string };

/** Who is let in: codes, sessions and refresh tokens. */
export type SalesforceOAuth = {
  clientId: string;
  clientSecret: string;
  /** How long a session lasts. Salesforce does not say it with the token. */
  seconds: number;
  /** Each refresh gives a new refresh token, and the old one dies. */
  rotates: boolean;
  /** What the next sign-in is granted. */
  scope: string;
  codes: Codes;
  sessions: Map<string, Session>;
  refreshTokens: Set<string>;
};

export const openSalesforceOAuth = (own: Partial<SalesforceOAuth> = {}): SalesforceOAuth => ({
  clientId: "3MVG9.acme",
  clientSecret: "salesforce-secret",
  seconds: 7200,
  rotates: true,
  scope: "refresh_token api",
  codes: new Map(),
  sessions: new Map(),
  refreshTokens: new Set(),
  ...own,
});

const fail = (error: string, description: string, status = 400): Answer => ({
  status,
  body: { error, error_description: description },
});

/** `POST /services/oauth2/token` */
export function answerToken(oauth: SalesforceOAuth, form: URLSearchParams, place: Place): Answer {
  if (form.get("client_id") !== oauth.clientId) return fail("invalid_client_id", "client identifier invalid");
  if (form.get("client_secret") !== oauth.clientSecret) return fail("invalid_client", "invalid client credentials");
  if (form.get("grant_type") === "refresh_token") {
    const old = form.get("refresh_token") ?? "";
    if (!oauth.refreshTokens.has(old)) return fail("invalid_grant", "expired access/refresh token");
    if (!oauth.rotates) return letIn(oauth, old, place, false);
    oauth.refreshTokens.delete(old);
    const next = newRefreshToken(oauth);
    for (const session of oauth.sessions.values()) if (session.refreshToken === old) session.refreshToken = next;
    return letIn(oauth, next, place, true);
  }
  if (form.get("grant_type") !== "authorization_code")
    return fail("unsupported_grant_type", "grant type not supported");
  const code = oauth.codes.get(form.get("code") ?? "");
  oauth.codes.delete(form.get("code") ?? "");
  if (!code) return fail("invalid_grant", "expired authorization code");
  if (code.redirectUri !== form.get("redirect_uri"))
    return fail("redirect_uri_mismatch", "redirect_uri must match configuration");
  const challenge = createHash("sha256")
    .update(form.get("code_verifier") ?? "")
    .digest("base64url");
  if (challenge !== code.challenge) return fail("invalid_grant", "invalid code verifier");
  return letIn(oauth, newRefreshToken(oauth), place, true);
}

export type Place = { instanceUrl: string; organizationId: string };

function newRefreshToken(oauth: SalesforceOAuth): string {
  const token = `5Aep.${randomBytes(32).toString("base64url")}`;
  oauth.refreshTokens.add(token);
  return token;
}

function letIn(
  oauth: SalesforceOAuth,
  refreshToken: string,
  { instanceUrl, organizationId }: Place,
  tellRefresh: boolean,
): Answer {
  const token = `${organizationId.slice(0, 15)}!${randomBytes(32).toString("base64url")}`;
  oauth.sessions.set(token, { refreshToken, expiresAt: Date.now() + oauth.seconds * 1000, scope: oauth.scope });
  return {
    status: 200,
    body: {
      access_token: token,
      ...(tellRefresh ? { refresh_token: refreshToken } : {}),
      signature: randomBytes(32).toString("base64"),
      scope: oauth.scope,
      instance_url: instanceUrl,
      id: `https://login.salesforce.com/id/${organizationId}/0055g00000AbCdEAAV`,
      token_type: "Bearer",
      issued_at: String(Date.now()),
    },
  };
}

/** A session that still lasts. */
export function findSession(oauth: SalesforceOAuth, token: string): Session | undefined {
  const session = oauth.sessions.get(token);
  return session && session.expiresAt > Date.now() ? session : undefined;
}

/** `POST /services/oauth2/introspect` */
export function answerIntrospect(oauth: SalesforceOAuth, form: URLSearchParams, { organizationId }: Place): Answer {
  if (form.get("client_id") !== oauth.clientId || form.get("client_secret") !== oauth.clientSecret) {
    return fail("invalid_client", "invalid client credentials", 401);
  }
  const session = findSession(oauth, form.get("token") ?? "");
  if (!session) return { status: 200, body: { active: false } };
  const body = {
    active: true,
    scope: session.scope,
    client_id: oauth.clientId,
    username: "ada@example.com",
    sub: `https://login.salesforce.com/id/${organizationId}/0055g00000AbCdEAAV`,
    token_type: "access_token",
    exp: Math.floor(session.expiresAt / 1000),
  };
  return { status: 200, body };
}

/** `POST /services/oauth2/revoke`: a refresh token takes its sessions along. */
export function answerRevoke(oauth: SalesforceOAuth, form: URLSearchParams): Answer {
  const token = form.get("token") ?? "";
  if (!oauth.refreshTokens.delete(token) && !oauth.sessions.delete(token)) {
    return fail("unsupported_token_type", "this token type is not supported");
  }
  for (const [access, { refreshToken }] of oauth.sessions) if (refreshToken === token) oauth.sessions.delete(access);
  return { status: 200, body: null };
}
