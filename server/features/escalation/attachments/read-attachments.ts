import { and, asc, eq, isNotNull, or, type SQL } from "drizzle-orm";
import type { Queries } from "#db/database.ts";
import { attachmentContents, attachments } from "#db/schema/attachments.ts";
import { AppError } from "#server/core/errors.ts";
import type { Attachment } from "../attachment.schema.ts";
import type { AttachmentType } from "../attachment.values.ts";
import { caseProblemWords } from "../case-problems.words.ts";

type Row = typeof attachments.$inferSelect;
export type Download = { name: string; mediaType: AttachmentType; content: Uint8Array };

/** What the customer may see of a case's files: what staff attached once it was sent. */
const sentTo = (escalationId: string): SQL | undefined =>
  and(
    eq(attachments.escalationId, escalationId),
    or(eq(attachments.from, "customer"), isNotNull(attachments.messageId)),
  );

/** A case's files as its customer may see them, oldest first. */
export async function listForCustomer(db: Queries, escalationId: string): Promise<Attachment[]> {
  const rows = await db
    .select()
    .from(attachments)
    .where(sentTo(escalationId))
    .orderBy(asc(attachments.createdAt), asc(attachments.id));
  return rows.map(toAttachment);
}

export const toAttachment = ({ id, messageId, from, name, mediaType, size, createdAt }: Row): Attachment => ({
  id,
  messageId,
  from,
  name,
  mediaType: mediaType as AttachmentType, // clean-files.ts alone writes it
  size,
  at: createdAt.toISOString(),
});

/** One of the files that the customer may see. @throws AppError "not_found" */
export const readForCustomer = (db: Queries, escalationId: string, id: string): Promise<Download> =>
  readFile(db, and(eq(attachments.id, id), sentTo(escalationId)));

/** Any file, for staff. @throws AppError "not_found" */
export const readForStaff = (db: Queries, id: string): Promise<Download> => readFile(db, eq(attachments.id, id));

async function readFile(db: Queries, where: SQL | undefined): Promise<Download> {
  const { name, mediaType } = attachments;
  const [found] = await db
    .select({ name, mediaType, content: attachmentContents.content })
    .from(attachments)
    .innerJoin(attachmentContents, eq(attachmentContents.attachmentId, attachments.id))
    .where(where);
  if (!found) throw new AppError("not_found", caseProblemWords.noFile);
  return { ...found, mediaType: found.mediaType as AttachmentType };
}
