import { asc, eq, getTableColumns, inArray } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { attachments } from "#db/schema/attachments.ts";
import { user } from "#db/schema/auth.ts";
import { DeskAttachment } from "./desk.schema.ts";
import { listThread } from "./read-thread.ts";
import { LEFT } from "./summarise-cases.ts";

/** All files of a case and of those that go on in it, oldest first, without their content. */
export async function listAttachments(db: Db, escalationId: string): Promise<DeskAttachment[]> {
  const rows = await db
    .select({ ...getTableColumns(attachments), staffName: user.name })
    .from(attachments)
    .leftJoin(user, eq(user.id, attachments.staffId))
    .where(inArray(attachments.escalationId, await listThread(db, escalationId)))
    .orderBy(asc(attachments.createdAt), asc(attachments.id));
  return rows.map(({ createdAt, staffId, staffName, ...row }) => {
    const waitsFor = staffId && row.messageId === null ? { id: staffId, name: staffName ?? LEFT } : null;
    return DeskAttachment.parse({ ...row, at: createdAt.toISOString(), waitsFor });
  });
}
