import { z } from "zod";
import type { OperatorApp } from "#server/core/crm-settings.ts";
import type { Call, Finish, Grant, Site, Start, TokenCheck } from "../../connector.ts";
import { VendorFault, vendorNotes as n } from "../../vendor-fault.ts";
import type { VendorFetch } from "../../vendor-fetch.ts";
import { authorizeUrl, exchangeCode, type OAuthServer, refreshTokens, type Tokens } from "../oauth.ts";
import { findFault } from "./hubspot.request.ts";

/** The older paths end in February 2027. */
const OAUTH = "/oauth/2026-03/token";
export const SCOPES = [
  "oauth",
  "crm.objects.contacts.read",
  "crm.objects.contacts.write",
  "crm.objects.deals.read",
  "crm.schemas.contacts.read",
  "crm.schemas.deals.read",
];
/** What HubSpot's tokens last, where it does not say. */
const TOKEN_SECONDS = 1800;

const server = ({ apiBase, authBase }: Site): OAuthServer => ({
  authorizeUrl: `${authBase}/oauth/authorize`,
  tokenUrl: `${apiBase}${OAUTH}`,
});

export const beginSignIn = (app: OperatorApp, start: Start): URL =>
  authorizeUrl(app, server(start.site).authorizeUrl, start, SCOPES);

export const finishSignIn = async (app: OperatorApp, fetch: VendorFetch, answer: Finish): Promise<Grant> =>
  toGrant(await exchangeCode(app, fetch, server(answer.site), answer), null);

/** HubSpot may send another refresh token each time: the one that came last is kept. */
export const refreshGrant = async (app: OperatorApp, fetch: VendorFetch, site: Site, grant: Grant): Promise<Grant> =>
  toGrant(await refreshTokens(app, fetch, server(site), grant.refreshToken), grant);

const toGrant = (got: Tokens, old: Grant | null): Grant => ({
  accessToken: got.access_token,
  refreshToken: got.refresh_token ?? old?.refreshToken ?? null,
  expiresAt: inSeconds(got.expires_in ?? TOKEN_SECONDS),
  scopes: z.array(z.string()).safeParse(got["scopes"]).data ?? got.scope?.split(" ") ?? old?.scopes ?? null,
  apiBase: null,
  credentials: null,
});

/** Ends the refresh token; an access token that is out lives on for its half hour. */
export async function revokeGrant(app: OperatorApp, fetch: VendorFetch, site: Site, grant: Grant): Promise<boolean> {
  const { refreshToken, accessToken } = grant;
  const form = aboutToken(app, refreshToken ? "refresh_token" : "access_token", refreshToken ?? accessToken);
  const reply = await fetch(`${site.apiBase}${OAUTH}/revoke`, { method: "POST", form });
  const error = z.object({ error: z.string() }).safeParse(reply.body).data?.error;
  // there is no such token any more
  const isGone = reply.status === 404 || error === "invalid_grant";
  if (reply.status >= 300 && !isGone) throw findFault(reply, "oauth");
  return true;
}

const Introspected = z.object({
  active: z.boolean(),
  hub_id: z.number().optional(),
  scopes: z.array(z.string()).optional(),
  expires_in: z.number().optional(),
});

export async function checkToken({ app, site, grant, fetch, signal }: Call): Promise<TokenCheck> {
  const form = aboutToken(app, "access_token", grant.accessToken);
  const reply = await fetch(`${site.apiBase}${OAUTH}/introspect`, { method: "POST", form, signal });
  const { status } = reply;
  if (status !== 200) throw findFault(reply, "oauth");
  const said = Introspected.safeParse(reply.body).data;
  if (!said) throw new VendorFault("unreadable", reply.text, { status });
  if (!said.active) throw new VendorFault("expired", n.inactive("HubSpot"), { status });
  return {
    accountId: said.hub_id === undefined ? null : String(said.hub_id),
    scopes: said.scopes ?? null,
    expiresAt: said.expires_in === undefined ? null : inSeconds(said.expires_in),
  };
}

const aboutToken = (app: OperatorApp, kind: "access_token" | "refresh_token", token: string) => ({
  token,
  token_type_hint: kind,
  client_id: app.clientId,
  client_secret: app.clientSecret,
});

const inSeconds = (seconds: number): string => new Date(Date.now() + seconds * 1000).toISOString();
