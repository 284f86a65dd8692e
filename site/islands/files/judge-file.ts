import { ATTACHMENT_MAX_BYTES, FILE_FAULTS, recogniseType } from "#server/features/escalation/attachment.values.ts";
import { filesWords as t } from "./files.words.ts";

/** What is wrong with a file, in words that follow its name; null for nothing. */
export async function judgeFile(file: File): Promise<string | null> {
  if (file.size === 0) return FILE_FAULTS.empty;
  if (file.size > ATTACHMENT_MAX_BYTES) return FILE_FAULTS.too_large;
  const bytes = await file.arrayBuffer().catch(() => null);
  if (!bytes) return t.cannotBeReadAny;
  return recogniseType(new Uint8Array(bytes)) ? null : FILE_FAULTS.unknown;
}
