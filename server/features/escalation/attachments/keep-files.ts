import { count, eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { attachmentContents, attachments } from "#db/schema/attachments.ts";
import { AppError } from "#server/core/errors.ts";
import { newId } from "#server/core/ids.ts";
import { CASE_ATTACHMENTS_MAX } from "../attachment.values.ts";
import type { CleanFile } from "./clean-files.ts";
import { caseProblemWords } from "../case-problems.words.ts";

type Belonging = { escalationId: string; messageId: string | null; now: Date } & (
  | { from: "customer" }
  | { from: "agent"; staffId: string }
);

/** Keeps files in the transaction of what they came with. @throws AppError "unprocessable" when the case has many already */
export async function keepFiles(tx: Tx, files: CleanFile[], { now, ...belonging }: Belonging): Promise<void> {
  if (files.length === 0) return;
  for (const { content, ...file } of files) {
    const id = newId("att");
    await tx.insert(attachments).values({ id, ...file, ...belonging, createdAt: now });
    await tx.insert(attachmentContents).values({ attachmentId: id, content });
  }
  // counted behind the writes, so that two at once see each other or wait
  const { escalationId } = belonging;
  const [kept] = await tx
    .select({ files: count() })
    .from(attachments)
    .where(eq(attachments.escalationId, escalationId));
  if (kept && kept.files > CASE_ATTACHMENTS_MAX)
    throw new AppError("unprocessable", caseProblemWords.filesOfCase(CASE_ATTACHMENTS_MAX), {
      fields: [{ path: "files", message: caseProblemWords.filesOfCaseField(CASE_ATTACHMENTS_MAX) }],
    });
}
