import { and, eq, lt } from "drizzle-orm";
import type { Hub } from "#content/schema.ts";
import type { Db } from "#db/database.ts";
import { session, verification } from "#db/schema/auth.ts";
import { idempotencyKeys } from "#db/schema/idempotency.ts";
import { outbox } from "#db/schema/outbox.ts";
import { customerSessions, customerVerifications, usedTokens } from "#db/schema/workspaces.ts";
import { forgetInvites } from "./auth/invites.ts";
import { forgetFailures } from "./auth/note-sign-in.ts";
import type { Clock } from "./core/clock.ts";
import type { Log } from "./core/log.ts";
import { forgetVectors } from "./features/ask/meaning/stored-vectors.ts";
import { forgetAnswers } from "./features/ask/record-answer.ts";
import { dropOldStates } from "./features/integrations/connections/oauth-state.ts";
import { forgetSearches } from "./features/search/record-search.ts";
import { dropSpentLimits } from "./limits/limits.ts";

type CleanUpDeps = { db: Db; clock: Clock; hub: Pick<Hub, "retentionDays"> };

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** So long somebody who comes too late can still be sent the same invitation again. */
const KEEP_LATE_INVITES_MS = 30 * DAY_MS;
/** A passage that is taken back within this time is not embedded again. */
const KEEP_VECTORS_MS = 30 * DAY_MS;

/** Deletes what the privacy page says is not kept any longer. Several processes may do it at once. */
export async function cleanUp({ db, clock, hub }: CleanUpDeps): Promise<void> {
  const now = clock.now();
  const yesterday = new Date(now.getTime() - DAY_MS);
  const retained = new Date(now.getTime() - hub.retentionDays * DAY_MS);
  await forgetAnswers(db, retained);
  await forgetSearches(db, retained);
  await db.delete(outbox).where(and(eq(outbox.state, "sent"), lt(outbox.sentAt, retained)));
  await db.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, yesterday));
  await db.delete(session).where(lt(session.expiresAt, now));
  await db.delete(verification).where(lt(verification.expiresAt, now));
  await db.delete(customerSessions).where(lt(customerSessions.expiresAt, now));
  await db.delete(customerVerifications).where(lt(customerVerifications.expiresAt, now));
  await db.delete(usedTokens).where(lt(usedTokens.expiresAt, now));
  await forgetFailures(db, yesterday);
  await forgetInvites(db, new Date(now.getTime() - KEEP_LATE_INVITES_MS));
  await dropOldStates(db, now);
  await forgetVectors(db, new Date(now.getTime() - KEEP_VECTORS_MS));
  await dropSpentLimits(db, clock);
}

/** Now and every hour. @returns what ends it */
export function keepClean(deps: CleanUpDeps & { log: Log }): () => void {
  const clean = () =>
    void cleanUp(deps).catch((error: unknown) => deps.log.warn({ err: error }, "old records could not be deleted now"));
  clean();
  const timer = setInterval(clean, HOUR_MS).unref();
  return () => clearInterval(timer);
}
