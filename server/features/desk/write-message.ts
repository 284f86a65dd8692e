import { eq } from "drizzle-orm";
import type { Db, Tx } from "#db/database.ts";
import { increased, valueOr } from "#db/query.ts";
import { touchCase } from "#db/touch-case.ts";
import { caseArticles } from "#db/schema/cases.ts";
import { escalations, messages } from "#db/schema/escalation.ts";
import { noteAudit } from "#server/auth/note-audit.ts";
import type { Staff } from "#server/auth/staff.ts";
import type { Clock } from "#server/core/clock.ts";
import { AppError } from "#server/core/errors.ts";
import { newId } from "#server/core/ids.ts";
import { columnsOf } from "./case-fields.ts";
import { type Tellers, tellTurned } from "./change-cases.ts";
import type { DeskReplyInput, NoteInput } from "./case-content.schema.ts";
import type { LinkedArticles } from "./linked-articles.ts";
import { nameInNote, type TellMentioned } from "./mentions.ts";
import { readThread } from "./read-thread.ts";
import { unknownCase } from "./read-case.ts";

type Case = typeof escalations.$inferSelect;
type Message = typeof messages.$inferInsert;
export type Writer = Pick<Staff, "id" | "name">;

/** Promises the customer a mail in the transaction that keeps the reply; app.ts hands it in. */
export type TellCustomer = (tx: Tx, escalation: Case, reply: Message) => Promise<void>;
export type MessageDeps = Tellers & {
  db: Db;
  clock: Clock;
  tellCustomer: TellCustomer;
  tellMentioned: TellMentioned;
  linkedArticles: LinkedArticles;
};

/**
 * An agent's reply: the case waits for the customer, or is solved, and the customer is told. Sent again under the same
 * number it is the same reply. Articles whose link stands in it have answered the case.
 * @throws AppError "not_found", "conflict" with what was `written` meanwhile
 */
export async function replyToCase(deps: MessageDeps, id: string, staff: Writer, input: DeskReplyInput): Promise<void> {
  await deps.db
    .transaction(async (tx) => {
      const now = deps.clock.now();
      // from here on the row is held, and its state is as it was before
      const [before] = await tx
        .update(escalations)
        .set({
          version: increased(escalations.version),
          firstReplyAt: valueOr(escalations.firstReplyAt, now),
          updatedAt: now,
        })
        .where(eq(escalations.id, id))
        .returning();
      if (!before) throw unknownCase();
      requireAlone(before);
      const turn = columnsOf(before, { state: input.solve ? "solved" : "waiting" }, now);
      await tx.update(escalations).set(turn).where(eq(escalations.id, id));
      const after = { ...before, ...turn };
      const reply = await keep(tx, { escalationId: id, from: "agent", createdAt: now }, staff, input);
      if (!reply) throw new SentBefore();
      if (input.seen !== undefined) await requireSeen(tx, reply, input.seen);
      await countLinked(tx, deps, reply, staff);
      await noteAudit(tx, deps.clock, staff, { action: "case.replied", objectId: id });
      if (after.state === "solved" && before.state !== "solved")
        await noteAudit(tx, deps.clock, staff, { action: "case.solved", objectId: id });
      // in this order a ticket has them too: what ends with the answer comes after it
      await deps.tellCustomer(tx, after, reply);
      await tellTurned(deps, tx, before, after);
    })
    .catch(passOver);
}

/** A note for staff: the customer is not told, and the state stays. Throws `not_found`. */
export async function noteOnCase(deps: MessageDeps, id: string, staff: Writer, input: NoteInput): Promise<void> {
  await deps.db
    .transaction(async (tx) => {
      const now = deps.clock.now();
      // a change as any other: whoever watches the case sees by its version that something was written
      const kept = await touchCase(tx, id, now);
      if (!kept) throw unknownCase();
      requireAlone(kept);
      const note = await keep(tx, { escalationId: id, from: "note", createdAt: now }, staff, input);
      if (!note) throw new SentBefore();
      await nameInNote(tx, deps, kept, note);
      await noteAudit(tx, deps.clock, staff, { action: "case.noted", objectId: id });
    })
    .catch(passOver);
}

/** @throws AppError "unprocessable" for a case that goes on in another one */
function requireAlone({ reference, mergedInto }: Case): void {
  if (mergedInto === null) return;
  const says = `${reference} was merged into another case. Write there, or open it again.`;
  throw new AppError("unprocessable", says, { fields: [{ path: "body", message: "belongs into the other case" }] });
}

/** This very form was taken before: what it did stands, and nothing is done again. */
class SentBefore extends Error {}

function passOver(error: unknown): void {
  if (!(error instanceof SentBefore)) throw error;
}

type Begun = Pick<Message, "escalationId" | "from" | "createdAt">;

/** Null when the same form was kept before. */
async function keep(tx: Tx, begun: Begun, staff: Writer, { body, once }: NoteInput) {
  const id = once ? `msg_${begun.escalationId.slice("esc_".length)}_desk_${once}` : newId("msg");
  const message = { ...begun, id, author: staff.name, authorId: staff.id, body };
  const [kept] = await tx.insert(messages).values(message).onConflictDoNothing({ target: messages.id }).returning();
  return kept ?? null;
}

/** The case's row is held, so that whatever was written before is seen. */
async function requireSeen(tx: Tx, reply: Message, seen: number): Promise<void> {
  const before = (await readThread(tx, reply.escalationId)).messages.filter(({ id }) => id !== reply.id);
  if (before.length <= seen) return;
  const written = before.slice(seen);
  throw new AppError("conflict", "Somebody wrote meanwhile. Read it, then send your reply or change it.", {
    extra: { written },
  });
}

async function countLinked(tx: Tx, { linkedArticles }: MessageDeps, reply: Message, { id: staffId }: Writer) {
  const { escalationId, createdAt } = reply;
  for (const articleId of linkedArticles(reply.body))
    await tx
      .insert(caseArticles)
      .values({ escalationId, articleId, how: "answered_with", staffId, createdAt })
      .onConflictDoNothing();
}
