import * as oauth from "oauth4webapi";
import { z } from "zod";
import type { OidcSettings } from "#server/core/oidc-settings.ts";

export type OidcProvider = {
  /** Where the browser goes to sign in. */
  beginAt: (start: { redirectUri: string; state: string; verifier: string }) => Promise<URL>;
  /** What the provider says of whoever came back. @throws what oauth4webapi throws: the answer is not as it must be */
  finish: (back: { url: URL; redirectUri: string; state: string; verifier: string }) => Promise<OidcPerson>;
};

export const OidcPerson = z.object({
  sub: z.string().min(1).max(255),
  email: z.email().max(254).toLowerCase(),
  emailVerified: z.boolean(),
  name: z.string().trim().max(120).catch(""),
});
export type OidcPerson = z.infer<typeof OidcPerson>;

const HOUR_MS = 60 * 60 * 1000;
const PATIENCE_MS = 8000;

/**
 * The company's sign-in: OpenID Connect by the authorisation code, with PKCE, a nonce, and the issuer that the settings
 * name. Nothing is asked of it before somebody signs in.
 */
export function openOidcProvider({ issuer, clientId, clientSecret }: OidcSettings): OidcProvider {
  const client: oauth.Client = { client_id: clientId };
  const onLoopback = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/.test(`${issuer}/`);
  const options = () => ({
    signal: AbortSignal.timeout(PATIENCE_MS),
    [oauth.allowInsecureRequests]: onLoopback,
  });
  let known: { server: oauth.AuthorizationServer; until: number } | null = null;
  const discover = async () => {
    if (known && known.until > Date.now()) return known.server;
    const url = new URL(issuer);
    // refuses a document that names another issuer
    const server = await oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, options()));
    known = { server, until: Date.now() + HOUR_MS };
    return server;
  };
  return {
    beginAt: async ({ redirectUri, state, verifier }) => {
      const { authorization_endpoint: endpoint } = await discover();
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
    },
    finish: async ({ url, redirectUri, state, verifier }) => {
      const server = await discover();
      const answer = oauth.validateAuthResponse(server, client, url, state);
      const secret = authenticate(server, clientSecret);
      const reply = await oauth.authorizationCodeGrantRequest(
        server,
        client,
        secret,
        answer,
        redirectUri,
        verifier,
        options(),
      );
      const expected = { expectedNonce: await nonceOf(verifier), requireIdToken: true };
      const tokens = await oauth.processAuthorizationCodeResponse(server, client, reply, expected);
      await oauth.validateApplicationLevelSignature(server, reply, options());
      const claims = oauth.getValidatedIdTokenClaims(tokens);
      if (!claims) throw new Error("The provider gave no ID token");
      if (claims["email"] || !server.userinfo_endpoint) return toPerson(claims);
      const asked = await oauth.userInfoRequest(server, client, tokens.access_token, options());
      return toPerson(await oauth.processUserInfoResponse(server, client, claims.sub, asked));
    },
  };
}

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
