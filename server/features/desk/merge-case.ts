import { and, eq, isNull, or } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { attachments } from "#db/schema/attachments.ts";
import { escalations } from "#db/schema/escalation.ts";
import { touchCase } from "#db/touch-case.ts";
import { AppError } from "#server/core/errors.ts";

type Case = typeof escalations.$inferSelect;
/** The case that another goes on in: as it was, and as it is. */
type Joined = { before: Case; after: Case };

/**
 * The id of the case that `asked` names, by its id or its reference, when `merged` may go on in it. Both must be of one
 * address: nobody gets to see another's words. @throws AppError "unprocessable"
 */
export async function findSurvivor(tx: Tx, merged: Case, asked: string): Promise<string> {
  const named = or(eq(escalations.id, asked), eq(escalations.reference, asked.trim().toUpperCase()));
  const [found] = await tx.select().from(escalations).where(named);
  if (!found) throw refused(`There is no case ${asked}. Check its number.`);
  if (found.id === merged.id) throw refused(`${found.reference} is the case itself. Choose another one.`);
  if (found.email.toLowerCase() !== merged.email.toLowerCase())
    throw refused(`${found.reference} is of another address. Cases are merged only where both are of one address.`);
  await holdBoth(tx, [merged.id, found.id]);
  const holds = await tx.$count(escalations, eq(escalations.mergedInto, merged.id));
  if (holds > 0)
    throw refused(`Another case goes on in ${merged.reference} already. Merge ${found.reference} into it instead.`);
  return found.id;
}

/**
 * `merged` goes on in that case from now on: files that wait for the next reply wait there, and whoever waited for an
 * answer waits there. @throws AppError "unprocessable" where that one is merged itself, or junk
 */
export async function joinSurvivor(tx: Tx, merged: Case, survivorId: string, now: Date): Promise<Joined> {
  const before = await touchCase(tx, survivorId, now);
  if (!before) throw refused("This case is not there any more.");
  if (before.mergedInto) throw refused(`${before.reference} was itself merged into another case. Merge into that one.`);
  if (before.junkAt) throw refused(`${before.reference} is junk. Take it out of there first, then merge.`);
  await tx
    .update(attachments)
    .set({ escalationId: before.id })
    .where(and(eq(attachments.escalationId, merged.id), eq(attachments.from, "agent"), isNull(attachments.messageId)));
  if (merged.waitingSince === null) return { before, after: before };
  const [after] = await tx
    .update(escalations)
    .set({ ...wakened(before), waitingSince: earlier(before.waitingSince, merged.waitingSince) })
    .where(eq(escalations.id, before.id))
    .returning();
  return { before, after: after ?? before };
}

/** Changes nothing. In one order for everybody: who merges two into each other at once does not wait in a circle. */
async function holdBoth(tx: Tx, ids: [string, string]): Promise<void> {
  for (const id of ids.toSorted())
    await tx.update(escalations).set({ receiptIssue: escalations.receiptIssue }).where(eq(escalations.id, id));
}

const wakened = ({ state }: Case) => ({
  state: state === "new" ? state : ("open" as const),
  solvedAt: null,
  snoozedUntil: null,
});

const earlier = (a: Date | null, b: Date): Date => (a && a < b ? a : b);

const refused = (message: string): AppError =>
  new AppError("unprocessable", message, { fields: [{ path: "mergedInto", message: "cannot be merged into" }] });
