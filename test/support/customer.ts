import { SignJWT } from "jose";
import { newSecret } from "#server/core/ids.ts";
import { PRODUCT_SECRET, sessionCookie, type TestHub } from "./hub.ts";
import { withJson } from "./request.ts";

type Said = { workspace?: string; email?: string } & Record<string, unknown>;

/** A token as the product signs it; `claims` in place of what it usually says. */
export const signToken = (
  { publicUrl }: { publicUrl: string },
  claims: Said = {},
  { secret = PRODUCT_SECRET, seconds = 300 } = {},
): Promise<string> =>
  new SignJWT({
    sub: "user-1",
    workspace: "acme",
    email: "ada@example.com",
    name: "Ada",
    aud: publicUrl,
    jti: newSecret(),
    exp: Math.floor(Date.now() / 1000) + seconds,
    ...claims,
  })
    .setProtectedHeader({ alg: "HS256" })
    .sign(new TextEncoder().encode(secret));

/** Comes from the product to a workspace; gives the cookie to send. */
export async function signInCustomer({ app, deps }: TestHub, said: Said = {}): Promise<string> {
  const response = await app.request("/api/session", withJson("POST", { token: await signToken(deps.config, said) }));
  if (response.status !== 200) throw new Error(`Nobody was signed in: ${await response.text()}`);
  return sessionCookie(response);
}
