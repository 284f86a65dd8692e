/** A session without cookies, for the widget's frame: browsers keep a frame's cookies away from it in another site's page. */
import type { CustomerAuth } from "./customer-auth.ts";

const BEARER = /^Bearer +(\S+)$/i;

const cookieName = async (customerAuth: CustomerAuth): Promise<string> =>
  (await customerAuth.$context).createAuthCookie("session_token").name;

/** What a page says instead of the cookie: the same signed value, which better-auth checks as ever. */
export async function readBearer({ customerAuth }: { customerAuth: CustomerAuth }, cookies: string[]): Promise<string> {
  const begin = `${await cookieName(customerAuth)}=`;
  const session = cookies.find((cookie) => cookie.startsWith(begin));
  if (!session) throw new Error("A session was made without its cookie");
  return session.slice(begin.length).split(";", 1)[0] ?? "";
}

/** The request's headers, its bearer in the session's place. Who says a bearer means it, whatever cookies came along. */
export async function withBearer(customerAuth: CustomerAuth, headers: Headers): Promise<Headers> {
  const bearer = BEARER.exec(headers.get("authorization") ?? "")?.[1];
  if (!bearer) return headers;
  const instead = new Headers(headers);
  // one cookie and nothing behind it
  instead.set("cookie", `${await cookieName(customerAuth)}=${bearer.replace(/[;,].*/s, "")}`);
  return instead;
}
