import type { Context, MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { parseAccept } from "hono/utils/accept";
import { createAddressReader } from "./address.ts";
import type { Config } from "./config.ts";
import type { Visitor, VisitorEnv } from "./context.ts";
import { DAY_SECONDS } from "./durations.values.ts";
import { hashSecret, newSecret } from "./ids.ts";
import { bareAddress } from "./networks.ts";

const COOKIE = "handrail_visitor";
const YEAR_SECONDS = 365 * DAY_SECONDS;

/** Sets `address` and `visitor`. `addressKey` makes the name that limits count under. */
export function readVisitor(
  config: Pick<Config, "trustedProxies">,
  addressKey: (address: string) => string,
): MiddlewareHandler<VisitorEnv> {
  const readAddress = createAddressReader(config.trustedProxies);
  return async (c, next) => {
    const address = readAddress(connectionOf(c), c.req.header("x-forwarded-for"));
    const secret = getCookie(c, COOKIE);
    c.set("address", address);
    c.set("visitor", {
      id: secret && /^[\w-]{22}$/.test(secret) ? visitorId(secret) : null,
      ipKey: addressKey(address),
      languages: readLanguages(c.req.header("accept-language")),
    });
    await next();
  };
}

/** Who is at the other end of the connection: a reader, or the proxy before the hub. */
export const connectionOf = ({ env }: Context<VisitorEnv>): string =>
  bareAddress(env?.incoming?.socket.remoteAddress ?? "127.0.0.1");

/** Of an Accept-Language header; what is not wanted at all (q=0) is left out. */
const readLanguages = (header = ""): string[] =>
  parseAccept(header)
    .filter(({ type, q }) => /^[a-z]/i.test(type) && q > 0)
    .map(({ type }) => type);

/** The visitor's id; sets the cookie where there is none. For votes only: before the first one nobody is marked. */
export function ensureVisitor<E extends VisitorEnv>(c: Context<E>): string {
  // VisitorEnv says what these are; a generic environment forgets it
  const visitor = c.get("visitor") as Visitor;
  const publicUrl = c.get("publicUrl") as string;
  if (visitor.id) return visitor.id;
  const secret = newSecret();
  const secure = publicUrl.startsWith("https:");
  // the widget's frame is in another site's page: a cookie for that site's pages alone is all that browsers keep there
  const isFramed = secure && c.req.header("x-handrail-frame") !== undefined;
  const reach = isFramed ? ({ sameSite: "None", partitioned: true } as const) : ({ sameSite: "Lax" } as const);
  setCookie(c, COOKIE, secret, { path: "/", httpOnly: true, secure, maxAge: YEAR_SECONDS, ...reach });
  const id = visitorId(secret);
  c.set("visitor", { ...visitor, id });
  return id;
}

/** What is stored is not what the browser shows: a copy of the database signs nobody in as a voter. */
const visitorId = (secret: string): string => `vis_${hashSecret(secret).slice(0, 32)}`;
