import { createHmac } from "node:crypto";
import { Hono } from "hono";
import { z } from "zod";
import type { Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { VisitorEnv } from "./context.ts";
import { AppError } from "./errors.ts";
import { isSameSecret } from "./ids.ts";
import { createNetworkTest } from "./networks.ts";
import { hubSecret } from "./secrets.ts";
import { connectionOf } from "./visitor.ts";

export const SEEN_PATH = "/healthz/seen";
export const SEEN_HEADER = "X-Handrail-Doctor";
const GOOD_FOR_MS = 5 * 60_000;

/** How a request came: who connected, whether that is a trusted proxy and named somebody, and whom limits count. */
export const Seen = z.object({
  connection: z.string(),
  isTrusted: z.boolean(),
  isForwarded: z.boolean(),
  address: z.string(),
});
export type Seen = z.infer<typeof Seen>;

/** What `npm run doctor` sends: only who has this hub's secret learns what is behind its proxy. */
export const signSeen = (secret: string, at: Date): string => `${at.getTime()}.${sealOf(secret, at.getTime())}`;

const sealOf = (secret: string, ms: number): string =>
  createHmac("sha256", secret).update(`seen:${ms}`).digest("base64url");

function isDoctor(secret: string, said: string, now: Date): boolean {
  const ms = Number(said.split(".", 1)[0]);
  const isFresh = Math.abs(now.getTime() - ms) < GOOD_FOR_MS;
  return isFresh && isSameSecret(said, signSeen(secret, new Date(ms)));
}

type SeenDeps = { config: Pick<Config, "authSecret" | "dataDir" | "trustedProxies">; clock: Clock };

/** `/healthz/seen`: how this very request looks from here. For everybody but the doctor there is no such page. */
export function seenRoutes({ config, clock }: SeenDeps) {
  const isProxy = createNetworkTest(config.trustedProxies);
  const secret = hubSecret(config);
  return new Hono<VisitorEnv>().get(SEEN_PATH, (c) => {
    if (!isDoctor(secret, c.req.header(SEEN_HEADER) ?? "", clock.now()))
      throw new AppError("not_found", "Only npm run doctor is answered here.");
    const connection = connectionOf(c);
    c.header("Cache-Control", "no-store");
    return c.json({
      connection,
      isTrusted: isProxy(connection),
      isForwarded: c.req.header("x-forwarded-for") !== undefined,
      address: c.get("address"),
    } satisfies Seen);
  });
}
