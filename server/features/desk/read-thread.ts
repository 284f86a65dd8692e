import { asc, eq, inArray } from "drizzle-orm";
import type { Queries } from "#db/database.ts";
import { escalations, messages } from "#db/schema/escalation.ts";
import type { CaseMessage } from "./desk.schema.ts";

type Named = { id: string; reference: string };

/** A case, and those that go on in it: words stay where they were said (docs/adr/0047). */
export async function listThread(db: Queries, id: string): Promise<string[]> {
  const merged = db.select({ id: escalations.id }).from(escalations).where(eq(escalations.mergedInto, id));
  return [id, ...(await merged).map((each) => each.id)];
}

/**
 * All that was said after a case's first message, in order of time: what the cases that were merged into it began with is
 * a message here.
 */
export async function readThread(db: Queries, id: string): Promise<{ messages: CaseMessage[]; merged: Named[] }> {
  const merged = await db
    .select()
    .from(escalations)
    .where(eq(escalations.mergedInto, id))
    .orderBy(asc(escalations.createdAt));
  const said = await db
    .select()
    .from(messages)
    .where(inArray(messages.escalationId, [id, ...merged.map((each) => each.id)]))
    .orderBy(asc(messages.createdAt), asc(messages.id));
  const references = new Map(merged.map((each) => [each.id, each.reference]));
  const opened = merged.map(({ id: caseId, name, email, message, reference, createdAt }) => ({
    id: caseId,
    from: "customer" as const,
    author: name ?? email,
    authorId: null,
    body: message,
    at: createdAt.toISOString(),
    of: reference,
  }));
  const later = said.map(({ id: messageId, from, author, authorId, body, createdAt, escalationId }) => ({
    id: messageId,
    from,
    author,
    authorId,
    body,
    at: createdAt.toISOString(),
    of: references.get(escalationId) ?? null,
  }));
  // both are in order already, and what is of one moment stays so
  const all = [...opened, ...later].toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  return { messages: all, merged: merged.map(({ id: caseId, reference }) => ({ id: caseId, reference })) };
}

/** The customer's first word that nobody has answered, for a case that is opened again; `now` where they have had an answer to all. */
export async function readWaitingSince(
  db: Queries,
  { id, createdAt }: Pick<typeof escalations.$inferSelect, "id" | "createdAt">,
  now: Date,
): Promise<Date> {
  const said = (await readThread(db, id)).messages.filter(({ from }) => from !== "note");
  const answered = said.findLastIndex(({ from }) => from === "agent");
  const first = said.at(answered + 1)?.at;
  if (answered >= 0) return first ? new Date(first) : now;
  return first && first < createdAt.toISOString() ? new Date(first) : createdAt;
}
