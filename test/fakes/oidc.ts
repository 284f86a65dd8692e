/** A company's OpenID Connect provider on loopback: discovery, codes with PKCE, signed ID tokens, and ways to be wrong. */
import { createHash, randomBytes } from "node:crypto";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { startEmulator, type Asked, type Answer, type Emulator } from "./crm/emulator.ts";

export type OidcClaims = { sub: string; email?: string; email_verified?: boolean; name?: string };
/** What it does wrong from now on. */
export type OidcLie = "issuer" | "audience" | "nonce" | "key" | "expired" | "document" | null;

type Code = { nonce: string; challenge: string; redirectUri: string };
export type OidcEmulator = Emulator & {
  /** Who is at the browser. */
  person: OidcClaims;
  lie: OidcLie;
  settings: { OIDC_ISSUER: string; OIDC_CLIENT_ID: string; OIDC_CLIENT_SECRET: string };
  /** Says yes at the page that an address leads to. @returns where that sends the browser */
  allow: (authorizeUrl: string) => Promise<URL>;
};

const CLIENT = { id: "handrail desk", secret: "a client's secret & more" };

export async function startOidc(): Promise<OidcEmulator> {
  const keys = await Promise.all([generateKeyPair("RS256"), generateKeyPair("RS256")]);
  const jwk = { ...(await exportJWK(keys[0].publicKey)), kid: "one", alg: "RS256", use: "sig" };
  const codes = new Map<string, Code>();
  const tokens = new Map<string, string>();
  const state = { person: { sub: "1" } as OidcClaims, lie: null as OidcLie };

  const sign = (url: string, { nonce }: Code) => {
    const { lie, person } = state;
    return new SignJWT({ ...person, nonce: lie === "nonce" ? "another" : nonce })
      .setProtectedHeader({ alg: "RS256", kid: "one" })
      .setIssuer(lie === "issuer" ? "https://elsewhere.example" : url)
      .setAudience(lie === "audience" ? "somebody else" : CLIENT.id)
      .setIssuedAt()
      .setExpirationTime(lie === "expired" ? "-1h" : "5m")
      .sign(keys[lie === "key" ? 1 : 0].privateKey);
  };
  const giveTokens = ({ form, headers }: Asked): Answer => {
    const code = codes.get(form.get("code") ?? "");
    codes.delete(form.get("code") ?? "");
    const basic = Buffer.from(headers["authorization"]?.replace("Basic ", "") ?? "", "base64").toString();
    const [id, secret] = basic.split(":").map((part) => new URLSearchParams(`part=${part}`).get("part"));
    if (id !== CLIENT.id || secret !== CLIENT.secret) return { status: 401, body: { error: "invalid_client" } };
    const held = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (!code || code.challenge !== held || code.redirectUri !== form.get("redirect_uri"))
      return { status: 400, body: { error: "invalid_grant" } };
    const id_token = tokens.get(form.get("code") ?? "");
    return { status: 200, body: { access_token: "access", token_type: "Bearer", expires_in: 300, id_token } };
  };
  const emulator = await startEmulator((asked, url) => {
    if (asked.path === "/.well-known/openid-configuration")
      return {
        status: 200,
        body: {
          issuer: state.lie === "document" ? "https://elsewhere.example" : url,
          authorization_endpoint: `${url}/authorize`,
          token_endpoint: `${url}/token`,
          jwks_uri: `${url}/keys`,
          id_token_signing_alg_values_supported: ["RS256"],
        },
      };
    if (asked.path === "/keys") return { status: 200, body: { keys: [jwk] } };
    if (asked.path === "/token") return giveTokens(asked);
    return { status: 404, body: {} };
  });
  const allow = async (authorizeUrl: string) => {
    const query = new URL(authorizeUrl).searchParams;
    const code = randomBytes(16).toString("base64url");
    const kept = {
      nonce: query.get("nonce") ?? "",
      challenge: query.get("code_challenge") ?? "",
      redirectUri: query.get("redirect_uri") ?? "",
    };
    codes.set(code, kept);
    tokens.set(code, await sign(emulator.url, kept));
    const back = new URL(kept.redirectUri);
    back.searchParams.set("code", code);
    back.searchParams.set("state", query.get("state") ?? "");
    return back;
  };
  const settings = { OIDC_ISSUER: emulator.url, OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret };
  return Object.assign(state, emulator, { settings, allow });
}
