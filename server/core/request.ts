import type { Context, MiddlewareHandler } from "hono";
import type { Config } from "./config.ts";
import type { VisitorEnv } from "./context.ts";
import { AppError } from "./errors.ts";
import { newId } from "./ids.ts";
import { loggablePath, type Log } from "./log.ts";
import { problemWords as t } from "./problem.words.ts";

/** Names the request, logs it at debug, and puts on every answer what every answer needs. */
export function beginRequest(config: Pick<Config, "publicUrl">, log: Log): MiddlewareHandler<VisitorEnv> {
  const always = [
    ["X-Content-Type-Options", "nosniff"],
    ["Referrer-Policy", "same-origin"],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ...(config.publicUrl.startsWith("https:") ? [["Strict-Transport-Security", "max-age=31536000"]] : []),
  ] as const;
  return async (c, next) => {
    const requestId = newId("req");
    const started = performance.now();
    c.set("requestId", requestId);
    c.set("publicUrl", config.publicUrl);
    c.set("log", log.child({ requestId }));
    await next();
    // c.header() would copy the response, and with it lose the server's quick way of sending it
    for (const [name, value] of always) c.res.headers.set(name, value);
    c.res.headers.set("X-Request-Id", requestId);
    c.get("log").debug(
      {
        method: c.req.method,
        path: loggablePath(c.req.path),
        status: c.res.status,
        ms: Math.round(performance.now() - started),
      },
      "request",
    );
  };
}

const READING = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * A change that a browser sends must come from a page of this hub: its Origin is ours. With neither Origin nor
 * cookies it is a program, which has nothing of a reader's to misuse.
 */
export function requireOwnOrigin(config: Pick<Config, "publicUrl">): MiddlewareHandler {
  const publicOrigin = new URL(config.publicUrl).origin;
  return async (c, next) => {
    if (!READING.has(c.req.method) && !comesFromUs(c, publicOrigin)) throw new AppError("forbidden", t.elsewhere);
    await next();
  };
}

function comesFromUs(c: Context, publicOrigin: string): boolean {
  const origin = c.req.header("origin");
  if (origin === undefined) return c.req.header("cookie") === undefined;
  // a hub on one's own machine is reached under more than one name: localhost, 127.0.0.1, its address in the network
  return origin === publicOrigin || (URL.canParse(origin) && new URL(origin).host === c.req.header("host"));
}
