import { and, asc, eq } from "drizzle-orm";
import type { Db, Tx } from "#db/database.ts";
import { isUniqueViolation } from "#db/errors.ts";
import { savedReplies } from "#db/schema/cases.ts";
import { noteAudit } from "#server/auth/note-audit.ts";
import type { Clock } from "#server/core/clock.ts";
import { AppError } from "#server/core/errors.ts";
import { newId } from "#server/core/ids.ts";
import type { Doubt, SavedReply, SavedReplyChange, SavedReplyInput, SavedReplyList } from "./saved-replies.schema.ts";
import { REPLY_VARIABLE } from "./saved-replies.values.ts";
import type { Writer } from "./write-message.ts";

export type SavedRepliesDeps = {
  db: Db;
  clock: Clock;
  hub: { product: { name: string } };
  /** What of a text no article says; app.ts hands it in. */
  findDoubts: (text: string) => Doubt[];
};

type Row = typeof savedReplies.$inferSelect;
const LISTED = 500;

/** By title, each held against the articles as they are now. */
export async function listSavedReplies({ db, hub, findDoubts }: SavedRepliesDeps): Promise<SavedReplyList> {
  const rows = await db.select().from(savedReplies).orderBy(asc(savedReplies.title)).limit(LISTED);
  return { replies: rows.map((row) => toReply(row, findDoubts)), product: hub.product.name };
}

/** @throws AppError "conflict" when one has this title */
export async function createSavedReply(
  deps: SavedRepliesDeps,
  staff: Writer,
  input: SavedReplyInput,
): Promise<SavedReply> {
  const now = deps.clock.now();
  const row = { ...input, id: newId("rpl"), version: 1, updatedBy: staff.name, createdAt: now, updatedAt: now };
  return deps.db.transaction(async (tx) => {
    const [made] = await tx
      .insert(savedReplies)
      .values(row)
      .onConflictDoNothing({ target: savedReplies.title })
      .returning();
    if (!made) throw titleTaken(input.title);
    await note(tx, deps, staff, "saved_reply.created", made);
    return toReply(made, deps.findDoubts);
  });
}

/** @throws AppError "not_found"; "conflict" when one has this title, and with `theirs` when a colleague changed it since */
export async function changeSavedReply(
  deps: SavedRepliesDeps,
  staff: Writer,
  id: string,
  { version, ...input }: SavedReplyChange,
): Promise<SavedReply> {
  const work = async (tx: Tx) => {
    const [changed] = await tx
      .update(savedReplies)
      .set({ ...input, version: version + 1, updatedBy: staff.name, updatedAt: deps.clock.now() })
      .where(and(eq(savedReplies.id, id), eq(savedReplies.version, version)))
      .returning();
    if (!changed) throw await changedMeanwhile(tx, deps, id);
    await note(tx, deps, staff, "saved_reply.changed", changed);
    return toReply(changed, deps.findDoubts);
  };
  return deps.db.transaction(work).catch((error: unknown) => {
    throw isUniqueViolation(error) ? titleTaken(input.title) : error;
  });
}

/** @throws AppError as `changeSavedReply` */
export async function deleteSavedReply(
  deps: SavedRepliesDeps,
  staff: Writer,
  id: string,
  version: number,
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const [gone] = await tx
      .delete(savedReplies)
      .where(and(eq(savedReplies.id, id), eq(savedReplies.version, version)))
      .returning();
    if (!gone) throw await changedMeanwhile(tx, deps, id);
    await note(tx, deps, staff, "saved_reply.deleted", gone);
  });
}

const note = (tx: Tx, { clock }: SavedRepliesDeps, staff: Writer, action: string, { id, title }: Row): Promise<void> =>
  noteAudit(tx, clock, staff, { action, objectId: id, detail: { title } });

async function changedMeanwhile(tx: Tx, { findDoubts }: SavedRepliesDeps, id: string): Promise<AppError> {
  const [theirs] = await tx.select().from(savedReplies).where(eq(savedReplies.id, id));
  if (!theirs) return new AppError("not_found", "This saved reply is gone: somebody deleted it.");
  return new AppError("conflict", `${theirs.updatedBy} changed this reply meanwhile. Compare, then save again.`, {
    extra: { theirs: toReply(theirs, findDoubts) },
  });
}

const titleTaken = (title: string): AppError =>
  new AppError("conflict", `There is a reply “${title}” already. Choose another title, or change that one.`);

const toReply = (row: Row, findDoubts: SavedRepliesDeps["findDoubts"]): SavedReply => ({
  id: row.id,
  title: row.title,
  body: row.body,
  version: row.version,
  updatedBy: row.updatedBy,
  updatedAt: row.updatedAt.toISOString(),
  // what a variable becomes is checked where it comes from
  doubts: findDoubts(`${row.title}.\n${row.body.replaceAll(REPLY_VARIABLE, " ")}`),
});
