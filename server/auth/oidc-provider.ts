import * as oauth from "oauth4webapi";
import { z } from "zod";
import type { OidcSettings } from "#server/core/oidc-settings.ts";
import { HOUR_MS } from "#server/core/durations.values.ts";

type Start = { redirectUri: string; state: string; verifier: string };

export type OidcProvider = {
  /** Where the browser goes to sign in. */
  beginAt: (start: Start) => Promise<URL>;
  /** What the provider says of whoever came back. @throws what oauth4webapi throws: the answer is not as it must be */
  finish: (back: Start & { url: URL }) => Promise<OidcPerson>;
};

export const OidcPerson = z.object({
  sub: z.string().min(1).max(255),
  email: z.email().max(254).toLowerCase(),
  emailVerified: z.boolean(),
  name: z.string().trim().max(120).catch(""),
});
export type OidcPerson = z.infer<typeof OidcPerson>;

const PATIENCE_MS = 8000;

/**
 * The company's sign-in: OpenID Connect by the authorisation code, with PKCE, a nonce, and the issuer that the settings
 * name. Nothing is asked of it before somebody signs in.
 */
export function openOidcProvider(settings: OidcSettings): OidcProvider {
  const discover = createDiscovery(settings);
  return {
    beginAt: async (start) => authorizeUrl(await discover(), settings, start),
    finish: async (back) => readPerson(await discover(), settings, back),
  };
}

/** What the provider says of itself, for an hour. */
function createDiscovery({ issuer }: OidcSettings): () => Promise<oauth.AuthorizationServer> {
  let known: { server: oauth.AuthorizationServer; until: number } | null = null;
  return async () => {
    if (known && known.until > Date.now()) return known.server;
    const url = new URL(issuer);
    // refuses a document that names another issuer
    const server = await oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, calling(issuer)));
    known = { server, until: Date.now() + HOUR_MS };
    return server;
  };
}

async function authorizeUrl(
  { authorization_endpoint: endpoint }: oauth.AuthorizationServer,
  { clientId }: OidcSettings,
  { redirectUri, state, verifier }: Start,
): Promise<URL> {
  if (!endpoint) throw new Error("The provider names no authorization_endpoint");
  const url = new URL(endpoint);
  const values = {
    response_type: "code",
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: "openid email profile",
    state,
    nonce: await nonceOf(verifier),
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  };
  for (const [name, value] of Object.entries(values)) url.searchParams.set(name, value);
  return url;
}

async function readPerson(
  server: oauth.AuthorizationServer,
  { issuer, clientId, clientSecret }: OidcSettings,
  { url, redirectUri, state, verifier }: Start & { url: URL },
): Promise<OidcPerson> {
  const client: oauth.Client = { client_id: clientId };
  const answer = oauth.validateAuthResponse(server, client, url, state);
  const secret = authenticate(server, clientSecret);
  const options = calling(issuer);
  const reply = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    secret,
    answer,
    redirectUri,
    verifier,
    options,
  );
  const expected = { expectedNonce: await nonceOf(verifier), requireIdToken: true };
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, reply, expected);
  await oauth.validateApplicationLevelSignature(server, reply, options);
  const claims = oauth.getValidatedIdTokenClaims(tokens);
  if (!claims) throw new Error("The provider gave no ID token");
  if (claims["email"] || !server.userinfo_endpoint) return toPerson(claims);
  const asked = await oauth.userInfoRequest(server, client, tokens.access_token, options);
  return toPerson(await oauth.processUserInfoResponse(server, client, claims.sub, asked));
}

/** In time, and without TLS on this machine alone. */
const calling = (issuer: string) => ({
  signal: AbortSignal.timeout(PATIENCE_MS),
  [oauth.allowInsecureRequests]: /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/.test(`${issuer}/`),
});

/** Bound to the browser that holds the verifier, like the code itself. */
const nonceOf = (verifier: string): Promise<string> => oauth.calculatePKCECodeChallenge(`nonce of ${verifier}`);

/** As the provider wants it; in a header where it does not say, as the standard has it. */
const authenticate = ({ token_endpoint_auth_methods_supported: ways }: oauth.AuthorizationServer, secret: string) =>
  ways && !ways.includes("client_secret_basic") ? oauth.ClientSecretPost(secret) : oauth.ClientSecretBasic(secret);

const toPerson = (claims: Record<string, unknown>): OidcPerson =>
  OidcPerson.parse({
    sub: claims["sub"],
    email: claims["email"],
    // some providers say it in a word
    emailVerified: claims["email_verified"] === true || claims["email_verified"] === "true",
    name: claims["name"] ?? "",
  });
