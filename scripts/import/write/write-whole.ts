import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Path within the content → what is in it, or the file that it is a copy of. */
export type NewFiles = Map<string, { text: string } | { bytes: Buffer } | { copyOf: string }>;

/** Writes all files or none: they are made beside the content, then moved into their places, and back when one cannot be. */
export function writeWhole(into: string, files: NewFiles): void {
  const stage = mkdtempSync(path.join(into, ".import-"));
  const moved: { target: string; kept: string | null }[] = [];
  try {
    for (const [name, file] of files) {
      const made = path.join(stage, "new", name);
      mkdirSync(path.dirname(made), { recursive: true });
      if ("copyOf" in file) copyFileSync(file.copyOf, made);
      else writeFileSync(made, "text" in file ? file.text : file.bytes);
    }
    for (const name of files.keys()) moved.push(moveIn(into, stage, name));
  } catch (error) {
    for (const { target, kept } of moved.toReversed()) {
      rmSync(target, { force: true });
      if (kept) renameSync(kept, target);
    }
    throw error;
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

function moveIn(into: string, stage: string, name: string): { target: string; kept: string | null } {
  const target = path.join(into, name);
  const old = path.join(stage, "old", name);
  const isThere = existsSync(target);
  mkdirSync(path.dirname(target), { recursive: true });
  if (isThere) {
    mkdirSync(path.dirname(old), { recursive: true });
    renameSync(target, old);
  }
  try {
    renameSync(path.join(stage, "new", name), target);
  } catch (error) {
    if (isThere) renameSync(old, target);
    throw error;
  }
  return { target, kept: isThere ? old : null };
}
