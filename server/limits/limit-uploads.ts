import type { Context, MiddlewareHandler } from "hono";
import type { Db } from "#db/database.ts";
import type { Clock } from "../core/clock.ts";
import type { VisitorEnv } from "../core/context.ts";
import { HOUR_SECONDS } from "../core/durations.values.ts";
import { isMultipart } from "../core/files-body.ts";
import { settleLimits, takeLimit } from "./limits.ts";
import { limitWords as t } from "./limits.words.ts";
import { countStreams } from "./open-streams.ts";

/** An address may send so much in an hour; a form without a file counts as the least. */
const KB_AN_HOUR = 150 * 1024;
const LEAST_KB = 64;
/** No form that is read to its end is larger. */
const MOST_KB = 26 * 1024;

/**
 * Before a form with files is read: bounds what an address may send in an hour, and how many large forms this process
 * holds in its memory at once. @throws AppError "limited", "unavailable"
 */
export function limitUploads({ db, clock }: { db: Db; clock: Clock }): MiddlewareHandler<VisitorEnv> {
  const uploads = countStreams({
    each: 2,
    all: 16,
    says: () => t.filesOnTheirWay,
    retryAfter: 5,
  });
  return async (c, next) => {
    if (!isMultipart(c)) return next();
    const { ipKey } = c.get("visitor");
    const limit = { key: `upload:${ipKey}`, limit: KB_AN_HOUR, windowSeconds: HOUR_SECONDS };
    const said = c.req.header("content-length");
    // a form without files is as quickly held as any other: nobody who sends large ones slowly keeps it out
    const isSmall = said !== undefined && Number(said) <= LEAST_KB * 1024;
    const end = isSmall ? () => undefined : uploads.open(ipKey);
    try {
      await takeLimit(db, clock, { ...limit, cost: said === undefined ? LEAST_KB : countKb(Number(said)) });
      await next();
      if (said === undefined) await settleLimits(db, clock, [limit], (await readKb(c)) - LEAST_KB);
    } finally {
      end();
    }
  };
}

const countKb = (bytes: number): number => Math.min(MOST_KB, Math.max(LEAST_KB, Math.ceil(bytes / 1024)));

/** Of a body whose length was not said; one that was too large is not there. */
async function readKb(c: Context): Promise<number> {
  return c.req.bodyCache.arrayBuffer ? countKb((await c.req.arrayBuffer()).byteLength) : MOST_KB;
}
