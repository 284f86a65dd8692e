import { asc, inArray } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { attachments } from "#db/schema/attachments.ts";
import { Attachment } from "../escalation/attachment.schema.ts";
import { listThread } from "./read-thread.ts";

/** All files of a case and of those that go on in it, oldest first, without their content. */
export async function listAttachments(db: Db, escalationId: string): Promise<Attachment[]> {
  const rows = await db
    .select()
    .from(attachments)
    .where(inArray(attachments.escalationId, await listThread(db, escalationId)))
    .orderBy(asc(attachments.createdAt), asc(attachments.id));
  return rows.map(({ createdAt, ...row }) => Attachment.parse({ ...row, at: createdAt.toISOString() }));
}
