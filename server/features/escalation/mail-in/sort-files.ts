import { AppError } from "#server/core/errors.ts";
import { cleanFiles } from "../attachments/clean-files.ts";
import { ATTACHMENTS_MAX } from "../attachment.values.ts";

/** Files of a mail that a case can keep, and the names of those that it cannot. */
export async function sortFiles(files: File[]): Promise<{ kept: File[]; refused: string[] }> {
  const fine = await Promise.all(files.map(canKeep));
  const kept = files.filter((_file, at) => fine[at]).slice(0, ATTACHMENTS_MAX);
  return { kept, refused: files.filter((file) => !kept.includes(file)).map(({ name }) => name) };
}

async function canKeep(file: File): Promise<boolean> {
  try {
    await cleanFiles([file]);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}
