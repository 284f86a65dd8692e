import * as oauth from "oauth4webapi";
import type { OperatorApp } from "#server/core/crm-settings.ts";
import { isThisMachine } from "#server/core/networks.ts";
import type { Finish, Start } from "../connector.ts";
import { limited, VendorFault, vendorNotes as n } from "../vendor-fault.ts";
import type { VendorFetch } from "../vendor-fetch.ts";

export type Tokens = oauth.TokenEndpointResponse;
/** Where a vendor's OAuth is, and where it is not as the standard says. */
export type OAuthServer = {
  authorizeUrl: string;
  tokenUrl: string;
  /** What the vendor calls itself in `iss`; its authorize address's origin when left out. */
  issuer?: string;
  /** Makes the vendor's token answer a standard one. */
  mend?: (body: unknown) => unknown;
};

/** Where the customer goes to let us in. Vendors whose app has the scopes get none. */
export function authorizeUrl(app: OperatorApp, endpoint: string, start: Start, scopes: readonly string[]): URL {
  const url = new URL(endpoint);
  const values = {
    response_type: "code",
    client_id: app.clientId,
    redirect_uri: start.redirectUri,
    state: start.state,
    code_challenge: start.challenge,
    code_challenge_method: "S256",
    ...(scopes.length > 0 && { scope: scopes.join(" ") }),
  };
  for (const [name, value] of Object.entries(values)) url.searchParams.set(name, value);
  return url;
}

/** @throws VendorFault `refused` when the customer said no or the code is no good, `wrong_app` when the app's secret is wrong */
export async function exchangeCode(
  app: OperatorApp,
  fetch: VendorFetch,
  server: OAuthServer,
  answer: Finish,
): Promise<Tokens> {
  if (answer.kind !== "callback") throw new VendorFault("refused", n.noKeys);
  const { as, client, secret, options } = prepare(app, fetch, server);
  try {
    const parameters = oauth.validateAuthResponse(as, client, answer.callbackUrl, answer.state);
    const { redirectUri, verifier } = answer;
    const reply = await oauth.authorizationCodeGrantRequest(
      as,
      client,
      secret,
      parameters,
      redirectUri,
      verifier,
      options,
    );
    return await oauth.processAuthorizationCodeResponse(as, client, reply);
  } catch (error) {
    throw toFault(error, "refused");
  }
}

/** @throws VendorFault `revoked` when the customer has to connect again */
export async function refreshTokens(
  app: OperatorApp,
  fetch: VendorFetch,
  server: OAuthServer,
  refreshToken: string | null,
): Promise<Tokens> {
  if (!refreshToken) throw new VendorFault("revoked", n.nothingToRenew);
  const { as, client, secret, options } = prepare(app, fetch, server);
  try {
    const reply = await oauth.refreshTokenGrantRequest(as, client, secret, refreshToken, options);
    return await oauth.processRefreshTokenResponse(as, client, reply);
  } catch (error) {
    throw toFault(error, "revoked");
  }
}

function prepare(app: OperatorApp, fetch: VendorFetch, server: OAuthServer) {
  const { origin } = new URL(server.authorizeUrl);
  const { protocol, hostname } = new URL(server.tokenUrl);
  const onLoopback = protocol === "http:" && isThisMachine(hostname);
  const as: oauth.AuthorizationServer = { issuer: server.issuer ?? origin, token_endpoint: server.tokenUrl };
  const send = async (url: string, { headers, body }: { headers: Record<string, string>; body?: unknown }) => {
    const form = Object.fromEntries(new URLSearchParams(String(body)));
    const reply = await fetch(url, { method: "POST", headers, form });
    if (reply.status === 429) throw limited(reply.headers, reply.text);
    const mended = reply.status === 200 && server.mend ? server.mend(reply.body) : reply.body;
    return Response.json(mended, { status: reply.status });
  };
  return {
    as,
    client: { client_id: app.clientId },
    secret: oauth.ClientSecretPost(app.clientSecret),
    options: { [oauth.customFetch]: send, [oauth.allowInsecureRequests]: onLoopback },
  };
}

/** Only the error's name is shown: descriptions can repeat what was sent. */
function toFault(error: unknown, invalidGrant: "refused" | "revoked"): VendorFault {
  if (error instanceof VendorFault) return error;
  if (error instanceof oauth.AuthorizationResponseError) return new VendorFault("refused", clip(error.error));
  if (error instanceof oauth.ResponseBodyError) {
    const seen = `${error.status} ${clip(error.error)}`;
    if (error.error === "invalid_grant") return new VendorFault(invalidGrant, seen, { status: error.status });
    return new VendorFault(isWrongApp(error.error) ? "wrong_app" : "refused", seen, { status: error.status });
  }
  if (error instanceof oauth.OperationProcessingError) return new VendorFault(fromStandard(error), n.notOAuth);
  throw error;
}

/** Of an error of OAuth: client id and secret, which are the operator's, are not what the CRM knows. */
export const isWrongApp = (error: string): boolean =>
  ["invalid_client", "invalid_client_id", "unauthorized_client"].includes(error);

/** A wrong `state` or `iss` is an answer to refuse; anything else is an answer that cannot be read. */
const fromStandard = ({ code, message }: oauth.OperationProcessingError) =>
  code === oauth.INVALID_RESPONSE && /"(state|iss|code)"/.test(message) ? "refused" : "unreadable";

const clip = (text: string): string => text.slice(0, 80);
