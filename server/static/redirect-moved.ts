import type { Context } from "hono";
import { addressKey } from "#content/redirects.ts";
import type { Build } from "./build.ts";

/** Browsers keep a 301 for good unless they are told otherwise; a redirect that was wrong must heal. */
const KEPT = "public, max-age=3600";

/** Leads who comes with a page's old address to its new one, query kept; null where the build has no such redirect. */
export function redirectMoved(c: Context, { redirects }: Build): Response | null {
  if (c.req.method !== "GET" && c.req.method !== "HEAD") return null;
  const { pathname, search } = new URL(c.req.url);
  const to = redirects.get(addressKey(pathname) ?? "");
  if (to === undefined) return null;
  // the URL writes what is not ASCII as headers need it
  const target = new URL(to, c.req.url);
  target.search = [target.search, search.slice(1)].filter(Boolean).join("&");
  c.header("Cache-Control", KEPT);
  return c.redirect(to.startsWith("/") ? target.pathname + target.search + target.hash : target.href, 301);
}
