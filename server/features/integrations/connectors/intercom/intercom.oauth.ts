import { z } from "zod";
import type { OperatorApp } from "#server/core/crm-settings.ts";
import type { Finish, Grant, Site, Start } from "../../connector.ts";
import type { VendorFetch } from "../../vendor-fetch.ts";
import { authorizeUrl, exchangeCode, type OAuthServer } from "../oauth.ts";

const server = ({ apiBase, authBase }: Site): OAuthServer => ({
  authorizeUrl: `${authBase}/oauth`,
  tokenUrl: `${apiBase}/auth/eagle/token`,
  mend: mendToken,
});

/** The token's name was `token` before it was `access_token`, and its type is not always said. */
function mendToken(body: unknown): unknown {
  const Given = z.looseObject({ token: z.string().optional() });
  const given = Given.safeParse(body).data;
  return given ? { access_token: given.token, token_type: "bearer", ...given } : body;
}

/** No scopes: the app has them. */
export const beginSignIn = (app: OperatorApp, start: Start): URL =>
  authorizeUrl(app, server(start.site).authorizeUrl, start, []);

/** What comes back does not expire and is not refreshed. */
export async function finishSignIn(app: OperatorApp, fetch: VendorFetch, answer: Finish): Promise<Grant> {
  const { access_token: accessToken } = await exchangeCode(app, fetch, server(answer.site), answer);
  return { accessToken, refreshToken: null, expiresAt: null, scopes: null, apiBase: null, credentials: null };
}
