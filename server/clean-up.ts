import { lt } from "drizzle-orm";
import { type Hub, RETENTION_KINDS, type RetentionKind } from "#content/schema.ts";
import { retentionOf } from "#content/retention.ts";
import type { Db } from "#db/database.ts";
import { deleteBatches } from "#db/delete-batches.ts";
import { session, verification } from "#db/schema/auth.ts";
import { idempotencyKeys } from "#db/schema/idempotency.ts";
import { customerSessions, customerVerifications, usedTokens } from "#db/schema/workspaces.ts";
import { forgetInvites } from "./auth/invites.ts";
import { forgetFailures } from "./auth/note-sign-in.ts";
import type { Clock } from "./core/clock.ts";
import { doEvery } from "./core/do-every.ts";
import { DAY_MS, HOUR_MS } from "./core/durations.values.ts";
import type { Log } from "./core/log.ts";
import { forgetVectors } from "./features/ask/meaning/stored-vectors.ts";
import { forgetAnswers } from "./features/ask/record-answer.ts";
import { forgetPhrases } from "./features/gaps/forget-phrases.ts";
import { dropOldStates } from "./features/integrations/connections/oauth-state.ts";
import * as old from "./features/privacy/forget-old.ts";
import { noteCleaned } from "./features/privacy/note-cleaned.ts";
import { forgetSearches } from "./features/search/record-search.ts";
import { forgetDays } from "./features/status/days/keep-days.ts";
import { dropSpentLimits } from "./limits/limits.ts";

type CleanUpDeps = { db: Db; clock: Clock; hub: Pick<Hub, "retentionDays" | "retention"> };

/** How long an invitation that nobody took up in time is kept: until then it can be sent again. */
const KEEP_LATE_INVITES_MS = 30 * DAY_MS;
/** How long the vector of a passage is kept that no build has any more: if it comes back until then, it is not embedded again. */
const KEEP_VECTORS_MS = 30 * DAY_MS;

/** For each kind: deletes what is older than `before`, in small batches, and says how many rows that were. */
const FORGET: Record<RetentionKind, (db: Db, before: Date) => Promise<number>> = {
  questions: forgetAnswers,
  searches: forgetSearches,
  votes: old.forgetVotes,
  cases: old.forgetCases,
  attachments: old.forgetAttachments,
  outbox: old.forgetDeliveries,
  checks: old.forgetChecks,
  audit: old.forgetAudit,
};

/** Deletes what the privacy page says is not kept any longer. Several processes may do it at once. */
export async function cleanUp({ db, clock, hub }: CleanUpDeps): Promise<void> {
  const now = clock.now();
  const days = retentionOf(hub);
  const before = (kind: RetentionKind): Date => new Date(now.getTime() - days[kind] * DAY_MS);
  for (const kind of RETENTION_KINDS) await noteCleaned(db, now, kind, await FORGET[kind](db, before(kind)));
  await forgetPhrases(db, before("questions"));
  await dropExpired(db, now);
  await forgetVectors(db, new Date(now.getTime() - KEEP_VECTORS_MS));
  await dropSpentLimits(db, clock);
  await db.sweep();
}

/** What nobody can use any more. */
async function dropExpired(db: Db, now: Date): Promise<void> {
  const yesterday = new Date(now.getTime() - DAY_MS);
  const { scope, key, createdAt } = idempotencyKeys;
  await deleteBatches(db, { from: idempotencyKeys, key: [scope, key], where: lt(createdAt, yesterday) });
  await db.delete(session).where(lt(session.expiresAt, now));
  await db.delete(verification).where(lt(verification.expiresAt, now));
  await db.delete(customerSessions).where(lt(customerSessions.expiresAt, now));
  await db.delete(customerVerifications).where(lt(customerVerifications.expiresAt, now));
  await db.delete(usedTokens).where(lt(usedTokens.expiresAt, now));
  await forgetFailures(db, yesterday);
  await forgetInvites(db, new Date(now.getTime() - KEEP_LATE_INVITES_MS));
  await dropOldStates(db, now);
  await forgetDays(db, now);
}

/** Now and every hour. @returns what ends it */
export const keepClean = (deps: CleanUpDeps & { log: Log }): (() => Promise<void>) =>
  doEvery(HOUR_MS, deps.log, "old records could not be deleted now", () => cleanUp(deps));
