import { inArray, sql } from "drizzle-orm";
import { forgetDeletedWords } from "#db/case-search.ts";
import type { Tx } from "#db/database.ts";
import { webhookAttempts } from "#db/schema/api.ts";
import { answers, searches } from "#db/schema/ask.ts";
import { escalations } from "#db/schema/escalation.ts";
import { votes } from "#db/schema/feedback.ts";
import { gapPhrases } from "#db/schema/gaps.ts";
import { idempotencyKeys } from "#db/schema/idempotency.ts";
import { limits } from "#db/schema/limits.ts";
import { outbox } from "#db/schema/outbox.ts";
import * as about from "./about-person.ts";
import { eraseAccount } from "./erase-account.ts";
import type { Person } from "./find-person.ts";

/** Brings gaps up to what their phrases say; joined by the routes, since features do not know each other. */
export type SumGaps = (tx: Tx, gapIds: string[]) => Promise<void>;

/** Deletes or blanks everything about somebody. What stays: counts, others' words, and the log of what staff did. */
export async function erasePerson(tx: Tx, person: Person, sumGaps: SumGaps): Promise<void> {
  // first: who writes on one of the cases right now ends before it goes, and what they promised is found below
  await tx.delete(escalations).where(inArray(escalations.id, person.caseIds));
  await forgetDeletedWords(tx);
  const sent = await tx
    .delete(outbox)
    .where(await about.theirDeliveries(tx, person))
    .returning({ id: outbox.id });
  // what their receivers said may repeat it
  await tx.delete(webhookAttempts).where(
    inArray(
      webhookAttempts.deliveryId,
      sent.map(({ id }) => id),
    ),
  );
  await tx.delete(idempotencyKeys).where(await about.theirKeys(tx, person));
  // they count on, and are nobody's
  await tx
    .update(votes)
    .set({ email: null, comment: null, visitorId: sql`'erased_' || ${votes.id}` })
    .where(about.theirVotes(person));
  await tx.delete(answers).where(inArray(answers.id, person.answerIds));
  await tx.delete(searches).where(about.theirSearches(person));
  const gone = await tx.delete(gapPhrases).where(about.theirPhrases(person)).returning({ gapId: gapPhrases.gapId });
  await sumGaps(tx, [...new Set(gone.map(({ gapId }) => gapId))]);
  await eraseAccount(tx, person);
  await tx.delete(limits).where(await about.theirLimits(tx, person));
}
