import type { MiddlewareHandler } from "hono";
import type { Db } from "#db/database.ts";
import type { Clock } from "../core/clock.ts";
import type { VisitorEnv } from "../core/context.ts";
import { isMultipart } from "../core/files-body.ts";
import { takeLimit } from "./limits.ts";
import { countStreams } from "./open-streams.ts";

/** An address may send so much in an hour; a form without a file counts as the least. */
const KB_AN_HOUR = 150 * 1024;
const LEAST_KB = 64;
/** What is not said to be less may be as much. */
const UNSAID_KB = 26 * 1024;

/**
 * Before a form with files is read: bounds what an address may send in an hour, and how many such forms this process
 * holds in its memory at once. @throws AppError "limited", "unavailable"
 */
export function limitUploads({ db, clock }: { db: Db; clock: Clock }): MiddlewareHandler<VisitorEnv> {
  const uploads = countStreams({
    each: 2,
    all: 16,
    says: "Files are on their way from your network already. Try again when they have arrived.",
    retryAfter: 5,
  });
  return async (c, next) => {
    if (!isMultipart(c)) return next();
    const { ipKey } = c.get("visitor");
    const length = c.req.header("content-length");
    const cost = length === undefined ? UNSAID_KB : Math.min(UNSAID_KB, Math.max(LEAST_KB, Math.ceil(Number(length) / 1024)));
    const end = uploads.open(ipKey);
    try {
      await takeLimit(db, clock, { key: `upload:${ipKey}`, limit: KB_AN_HOUR, windowSeconds: 60 * 60, cost });
      await next();
    } finally {
      end();
    }
  };
}
