import { ATTACHMENT_MAX_BYTES, attachmentWords, recogniseType } from "#server/features/escalation/attachment.values.ts";
import { filesWords as t } from "./files.words.ts";

/** What is wrong with a file, in words that follow its name; null for nothing. */
export async function judgeFile(file: File): Promise<string | null> {
  if (file.size === 0) return attachmentWords.faults.empty;
  if (file.size > ATTACHMENT_MAX_BYTES) return attachmentWords.faults.too_large;
  const bytes = await file.arrayBuffer().catch(() => null);
  if (!bytes) return t.cannotBeReadAny;
  return recogniseType(new Uint8Array(bytes)) ? null : attachmentWords.faults.unknown;
}
