import { and, eq, isNull, lt, or } from "drizzle-orm";
import type { MiddlewareHandler } from "hono";
import type { Db } from "#db/database.ts";
import { apiKeys } from "#db/schema/api.ts";
import type { Clock } from "#server/core/clock.ts";
import type { VisitorEnv } from "#server/core/context.ts";
import { MINUTE_MS } from "#server/core/durations.values.ts";
import { AppError } from "#server/core/errors.ts";
import { hashSecret } from "#server/core/ids.ts";
import type { ApiScope } from "./api-scopes.values.ts";
import type { TakeLimit } from "./auth.routes.ts";

/** Who calls by a key: `id` and `name` stand where those of staff do. */
export type Caller = { id: string; name: string; scopes: string[] };
export type CallerEnv = VisitorEnv & { Variables: { caller: Caller } };
export type KeyDeps = { db: Db; clock: Clock; takeLimit: TakeLimit };

const BEARER = /^Bearer (hr_[\w-]{22})$/i;
/** Requests a minute, of one key; what costs more has limits of its own, counted by key as well. */
const REQUESTS_A_MINUTE = 300;

/**
 * 401 without a key that is live, 403 for one without `scope`, 429 for one that calls too often; sets `c.get("caller")`, and
 * has the limits of readers count for the key.
 */
export const requireKey =
  ({ db, clock, takeLimit }: KeyDeps, scope: ApiScope | null): MiddlewareHandler<CallerEnv> =>
  async (c, next) => {
    const caller = await readCaller({ db, clock }, c.req.header("authorization"));
    await takeLimit({ key: `api:${caller.id}`, limit: REQUESTS_A_MINUTE, windowSeconds: 60 });
    if (scope !== null && !caller.scopes.includes(scope))
      throw new AppError("forbidden", `This key may not do that: it lacks ${scope}. An admin makes keys at the desk.`);
    c.set("caller", caller);
    c.set("visitor", { ...c.get("visitor"), id: null, ipKey: caller.id });
    await next();
  };

async function readCaller({ db, clock }: Pick<KeyDeps, "db" | "clock">, header: string | undefined): Promise<Caller> {
  const [, key] = BEARER.exec(header ?? "") ?? [];
  if (!key)
    throw refuse("Send a key of this hub: Authorization: Bearer hr_… An admin makes one at the desk, under API.");
  const [found] = await db
    .select()
    .from(apiKeys)
    .where(eq(apiKeys.hash, hashSecret(key)));
  const now = clock.now();
  if (!found || found.revokedAt) throw refuse("This key is none of this hub's, or was revoked.");
  if (found.expiresAt && found.expiresAt <= now)
    throw refuse("This key has expired. An admin makes another at the desk.");
  await noteUse(db, found, now);
  return { id: found.id, name: found.name, scopes: found.scopes };
}

/** Once a minute, whichever process has the request. */
async function noteUse(db: Db, { id, lastUsedAt }: typeof apiKeys.$inferSelect, now: Date): Promise<void> {
  const aMinuteAgo = new Date(now.getTime() - MINUTE_MS);
  if (lastUsedAt && lastUsedAt > aMinuteAgo) return;
  const stale = or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, aMinuteAgo));
  await db
    .update(apiKeys)
    .set({ lastUsedAt: now })
    .where(and(eq(apiKeys.id, id), stale));
}

const refuse = (message: string): AppError => new AppError("unauthorized", message);
