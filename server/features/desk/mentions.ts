import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Db, Tx } from "#db/database.ts";
import { mentions } from "#db/schema/cases.ts";
import { escalations, type messages } from "#db/schema/escalation.ts";
import type { Clock } from "#server/core/clock.ts";
import { newId } from "#server/core/ids.ts";
import { unknownCase } from "./read-case.ts";
import { listThread } from "./read-thread.ts";
import { findStaff, type Colleague } from "./list-staff.ts";

type Case = typeof escalations.$inferSelect;
type Note = typeof messages.$inferSelect;

/** Promises a colleague a mail about the note that names them; app.ts hands it in. */
export type TellMentioned = (
  tx: Tx,
  kept: Case,
  told: { mentionId: string; to: Colleague; note: Note },
) => Promise<void>;

/** Keeps who is named in a note as `@name`, and tells each of them once. Whoever writes it is not told. */
export async function nameInNote(
  tx: Tx,
  deps: { tellMentioned: TellMentioned },
  kept: Case,
  note: Note,
): Promise<void> {
  if (!note.body.includes("@")) return;
  const named = findMentioned(note.body, await findStaff(tx)).filter(({ id }) => id !== note.authorId);
  for (const to of named) {
    const mention = { id: newId("mnt"), messageId: note.id, escalationId: kept.id, staffId: to.id };
    await tx.insert(mentions).values({ ...mention, createdAt: note.createdAt });
    await deps.tellMentioned(tx, kept, { mentionId: mention.id, to, note });
  }
}

/** Colleagues whose `@name` stands in a text: the longest name that fits, so that "@Ann Lee" is not Ann. */
export function findMentioned<Named extends { name: string }>(text: string, staff: Named[]): Named[] {
  const plain = (words: string) => words.normalize("NFKC").toLowerCase();
  const written = plain(text);
  const byLength = staff.toSorted((a, b) => b.name.length - a.name.length);
  const found = new Set<Named>();
  for (const { index } of written.matchAll(/(?<![\p{L}\p{N}])@/gu)) {
    const after = written.slice(index + 1);
    const stands = ({ name }: Named) =>
      name !== "" && after.startsWith(plain(name)) && !/^[\p{L}\p{N}]/u.test(after.slice(plain(name).length));
    const longest = byLength.find(stands);
    for (const each of staff) if (longest && plain(each.name) === plain(longest.name)) found.add(each);
  }
  return [...found];
}

/** Whoever is named has opened the case. Throws `not_found`. */
export async function seeMentions(db: Db, clock: Clock, escalationId: string, staffId: string): Promise<void> {
  const unseen = unseenBy(await listThread(db, escalationId), staffId);
  await db.update(mentions).set({ seenAt: clock.now() }).where(unseen);
  const [known] = await db.select({ id: escalations.id }).from(escalations).where(eq(escalations.id, escalationId));
  if (!known) throw unknownCase();
}

export async function isMentioned(db: Db, escalationId: string, staffId: string): Promise<boolean> {
  const where = unseenBy(await listThread(db, escalationId), staffId);
  const unseen = await db.select({ id: mentions.id }).from(mentions).where(where).limit(1);
  return unseen.length > 0;
}

const unseenBy = (caseIds: string[], staffId: string) =>
  and(inArray(mentions.escalationId, caseIds), eq(mentions.staffId, staffId), isNull(mentions.seenAt));
