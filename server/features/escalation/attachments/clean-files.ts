import { createHash } from "node:crypto";
import { AppError, type ErrorCode } from "#server/core/errors.ts";
import {
  ATTACHMENT_MAX_BYTES,
  ATTACHMENTS_MAX,
  attachmentWords,
  type AttachmentType,
  type FileFault,
  recogniseType,
} from "../attachment.values.ts";
import { cleanName } from "./clean-name.ts";
import { DamagedFile } from "./strip/damaged.ts";
import { stripJpeg } from "./strip/strip-jpeg.ts";
import { stripPng } from "./strip/strip-png.ts";
import { stripWebp } from "./strip/strip-webp.ts";
import { caseProblemWords } from "../case-problems.words.ts";

/** A file as it is kept: its type by its content, without what a camera or a program noted in it. */
export type CleanFile = { name: string; mediaType: AttachmentType; size: number; sha256: string; content: Buffer };

const CODES: Record<FileFault, ErrorCode> = {
  empty: "unprocessable",
  too_large: "too_large",
  unknown: "unsupported_media",
  damaged: "unprocessable",
};

/** What was sent, judged and cleaned. @throws AppError that names the file: "too_large", "unsupported_media", "unprocessable" */
export async function cleanFiles(files: File[]): Promise<CleanFile[]> {
  if (files.length > ATTACHMENTS_MAX)
    throw new AppError("unprocessable", caseProblemWords.filesAtMost(ATTACHMENTS_MAX), {
      fields: [{ path: "files", message: caseProblemWords.filesAtMostField(ATTACHMENTS_MAX) }],
    });
  return Promise.all(files.map(cleanFile));
}

async function cleanFile(file: File): Promise<CleanFile> {
  if (file.size === 0) throw refuse(file, "empty");
  if (file.size > ATTACHMENT_MAX_BYTES) throw refuse(file, "too_large");
  const bytes = Buffer.from(await file.arrayBuffer());
  const mediaType = recogniseType(bytes);
  if (!mediaType) throw refuse(file, "unknown");
  const content = withoutMetadata(file, bytes, mediaType);
  const sha256 = createHash("sha256").update(content).digest("hex");
  return { name: cleanName(file.name, mediaType), mediaType, size: content.length, sha256, content };
}

function withoutMetadata(file: File, bytes: Buffer, mediaType: AttachmentType): Buffer {
  try {
    return STRIP[mediaType](bytes);
  } catch (error) {
    if (error instanceof DamagedFile) throw refuse(file, "damaged", error);
    throw error;
  }
}

const STRIP: Record<AttachmentType, (bytes: Buffer) => Buffer> = {
  "image/jpeg": stripJpeg,
  "image/png": stripPng,
  "image/webp": stripWebp,
  "application/pdf": requireEnd,
  "text/plain": (bytes) => bytes,
};

/** A PDF says itself where it ends. */
function requireEnd(bytes: Buffer): Buffer {
  if (!bytes.subarray(-1024).includes("%%EOF")) throw new DamagedFile("A PDF without its end");
  return bytes;
}

function refuse({ name }: File, fault: FileFault, cause?: unknown): AppError {
  const shown = cleanName(name, null);
  const message = `“${shown}” ${attachmentWords.faults[fault]}`;
  return new AppError(CODES[fault], message, { fields: [{ path: "files", message }], cause });
}
