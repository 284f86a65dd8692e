import { inArray } from "drizzle-orm";
import { forgetDeletedWords } from "#db/case-search.ts";
import type { Tx } from "#db/database.ts";
import { webhookAttempts } from "#db/schema/api.ts";
import { answers, searches } from "#db/schema/ask.ts";
import { escalations } from "#db/schema/escalation.ts";
import { idempotencyKeys } from "#db/schema/idempotency.ts";
import { limits } from "#db/schema/limits.ts";
import { outbox } from "#db/schema/outbox.ts";
import * as about from "./about-person.ts";
import { blankVotes } from "./blank-votes.ts";
import { eraseAccount } from "./erase-account.ts";
import type { Person } from "./find-person.ts";
import { type SumGaps, thinGaps } from "./thin-gaps.ts";

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
  await blankVotes(tx, person);
  await tx.delete(answers).where(inArray(answers.id, person.answerIds));
  await tx.delete(searches).where(about.theirSearches(person));
  await thinGaps(tx, sumGaps, person);
  await eraseAccount(tx, person);
  await tx.delete(limits).where(await about.theirLimits(tx, person));
}
