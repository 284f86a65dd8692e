/** What hub.yaml keeps for a number of days and no longer; ask and search forget what is theirs. Each says how many it deleted. */
import { and, eq, inArray, isNotNull, isNull, lt, notExists, or } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Db } from "#db/database.ts";
import { forgetDeletedWordsInSteps } from "#db/case-search.ts";
import { deleteBatches } from "#db/delete-batches.ts";
import { webhookAttempts } from "#db/schema/api.ts";
import { attachments } from "#db/schema/attachments.ts";
import { audit } from "#db/schema/audit.ts";
import { connectionChecks, connectionEvents } from "#db/schema/connections.ts";
import { escalations } from "#db/schema/escalation.ts";
import { votes } from "#db/schema/feedback.ts";
import { outbox } from "#db/schema/outbox.ts";

/** A case may take 25 MB of files with it. */
const CASES_AT_ONCE = 20;

const isOver = or(eq(escalations.state, "solved"), isNotNull(escalations.junkAt));
/** The case that a merged one goes on in, as long as it is kept. */
function survivorsOf(db: Db) {
  const survivors = alias(escalations, "survivors");
  return db.select({ id: survivors.id }).from(survivors).where(eq(survivors.id, escalations.mergedInto));
}

/** The counts a day stay. */
export const forgetVotes = (db: Db, before: Date): Promise<number> =>
  deleteBatches(db, { from: votes, key: [votes.id], where: lt(votes.updatedAt, before) });

/**
 * Messages, files, tags, mentions and words of the index go with their case. A case that is not solved stays, unless it is
 * junk; one that was merged goes with the case that it goes on in, for its words are that one's.
 */
export async function forgetCases(db: Db, before: Date): Promise<number> {
  let deleted = await deleteBatches(db, {
    from: escalations,
    key: [escalations.id],
    where: and(isNull(escalations.mergedInto), isOver, lt(escalations.updatedAt, before)),
    size: CASES_AT_ONCE,
  });
  deleted += await deleteBatches(db, {
    from: escalations,
    key: [escalations.id],
    where: and(isNotNull(escalations.mergedInto), notExists(survivorsOf(db))),
    size: CASES_AT_ONCE,
  });
  if (deleted > 0) await forgetDeletedWordsInSteps(db);
  return deleted;
}

export const forgetAttachments = (db: Db, before: Date): Promise<number> => {
  const over = db
    .select({ id: escalations.id })
    .from(escalations)
    .where(and(isNull(escalations.mergedInto), isOver));
  const merged = db.select({ id: escalations.id }).from(escalations).where(inArray(escalations.mergedInto, over));
  return deleteBatches(db, {
    from: attachments,
    key: [attachments.id],
    where: and(
      lt(attachments.createdAt, before),
      or(inArray(attachments.escalationId, over), inArray(attachments.escalationId, merged)),
    ),
    size: CASES_AT_ONCE,
  });
};

/** What waits is still promised, unless nobody has looked at it for so long: its channel is off. Of what was tried, every attempt is as old as its day. */
export async function forgetDeliveries(db: Db, before: Date): Promise<number> {
  const { id, at } = webhookAttempts;
  await deleteBatches(db, { from: webhookAttempts, key: [id], where: lt(at, before) });
  const sent = lt(outbox.sentAt, before);
  const unsent = and(inArray(outbox.state, ["dead", "waiting"]), lt(outbox.nextAt, before));
  const from = { from: outbox, key: [outbox.id] } satisfies Partial<Parameters<typeof deleteBatches>[1]>;
  return (await deleteBatches(db, { ...from, where: sent })) + (await deleteBatches(db, { ...from, where: unsent }));
}

export const forgetChecks = (db: Db, before: Date): Promise<number> =>
  deleteBatches(db, { from: connectionChecks, key: [connectionChecks.id], where: lt(connectionChecks.at, before) });

export async function forgetAudit(db: Db, before: Date): Promise<number> {
  const noted = await deleteBatches(db, { from: audit, key: [audit.id], where: lt(audit.at, before) });
  const { id, at } = connectionEvents;
  return noted + (await deleteBatches(db, { from: connectionEvents, key: [id], where: lt(at, before) }));
}
