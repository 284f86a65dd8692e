import { asc, eq } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { attachments } from "#db/schema/attachments.ts";
import { Attachment } from "../escalation/attachment.schema.ts";

/** All files of a case, oldest first, without their content. */
export async function listAttachments(db: Db, escalationId: string): Promise<Attachment[]> {
  const rows = await db
    .select()
    .from(attachments)
    .where(eq(attachments.escalationId, escalationId))
    .orderBy(asc(attachments.createdAt), asc(attachments.id));
  return rows.map(({ createdAt, ...row }) => Attachment.parse({ ...row, at: createdAt.toISOString() }));
}
