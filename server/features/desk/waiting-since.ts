import { asc, eq, ne, and } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { type escalations, messages } from "#db/schema/escalation.ts";

type Kept = Pick<typeof escalations.$inferSelect, "id" | "createdAt">;

/** The customer's first word that nobody has answered, for a case that is opened again; `now` where they have had an answer to all. */
export async function readWaitingSince(tx: Tx, { id, createdAt }: Kept, now: Date): Promise<Date> {
  const said = await tx
    .select({ from: messages.from, at: messages.createdAt })
    .from(messages)
    .where(and(eq(messages.escalationId, id), ne(messages.from, "note")))
    .orderBy(asc(messages.createdAt), asc(messages.id));
  const answered = said.findLastIndex(({ from }) => from === "agent");
  return answered < 0 ? createdAt : (said.at(answered + 1)?.at ?? now);
}
