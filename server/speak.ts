/** Which language a request is answered in: pages by their address, programs by what they accept. */
import type { MiddlewareHandler } from "hono";
import { getPath } from "hono/utils/url";
import { languageOfPath, localizePath, pathWithout } from "#content/languages.ts";
import type { Hub } from "#content/schema.ts";
import { speakIn } from "#content/words.ts";
import type { Speeches } from "./core/speeches.ts";

type Languages = Pick<Hub, "languages">;
/** These have one address, whatever the language. */
const SAME = /^\/(?:api|mcp|desk|healthz|readyz)(?:\/|$)/;

/** The path that routes are found by: that of the default language. */
export const routePath =
  (hub: Languages) =>
  (request: Request): string => {
    const path = getPath(request);
    const rest = pathWithout(hub, path);
    return SAME.test(rest) ? path : rest;
  };

/** What is said from here on is said in the request's language; where a page leads on, it stays in it. */
export function speakLanguage(hub: Languages, speeches: Speeches): MiddlewareHandler {
  const [standard = "en"] = hub.languages;
  return async (c, next) => {
    const path = getPath(c.req.raw);
    // an EventSource has no headers of its own
    const accepted = c.req.query("language") ?? c.req.header("accept-language");
    const language = SAME.test(path)
      ? (hub.languages.find((each) => each === accepted) ?? standard)
      : languageOfPath(hub, path);
    await speakIn(speeches.of(language), next);
    const to = c.res.headers.get("Location");
    if (to && c.res.status !== 308) c.res.headers.set("Location", localizePath(hub, language, to));
  };
}
