import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

/** What an import has written, so that the next one knows what has been changed by hand since. */
export const RECORD = ".imported.json";

const Hashes = z.record(z.string(), z.string());
type Hashes = z.infer<typeof Hashes>;

/** What becomes of an article's file: `foreign` is one that no import wrote. */
type Fate = "write" | "renew" | "same" | "edited" | "gone" | "foreign";

export type Sorted = Record<Fate, string[]>;

/** Sorts files by what stands in their place now. @throws Error when the record cannot be read. */
export function sortOut(into: string, made: Map<string, string>): Sorted {
  const before = readRecord(into);
  const sorted: Sorted = { write: [], renew: [], same: [], edited: [], gone: [], foreign: [] };
  for (const [name, text] of made) sorted[fateOf(path.join(into, name), text, before[name])].push(name);
  return sorted;
}

function fateOf(file: string, text: string, before: string | undefined): Fate {
  if (!existsSync(file)) return before === undefined ? "write" : "gone";
  const now = readFileSync(file, "utf8");
  if (now === text) return "same";
  if (before === undefined) return "foreign";
  return hash(now) === before ? "renew" : "edited";
}

/** Whether somebody has changed or taken away what an import wrote. */
export function knowChanged(into: string): (name: string) => boolean {
  const before = readRecord(into);
  return (name) =>
    before[name] !== undefined && ["edited", "gone"].includes(fateOf(path.join(into, name), "", before[name]));
}

/** The record as it is when `written` has been written. */
export function addToRecord(into: string, written: Map<string, string>): string {
  const added = [...written].map(([name, text]) => [name, hash(text)] as const);
  const all = Object.entries({ ...readRecord(into), ...Object.fromEntries(added) });
  return `${JSON.stringify(Object.fromEntries(all.toSorted(([a], [b]) => a.localeCompare(b))), null, 2)}\n`;
}

/** Path within the content → what an import wrote there last. */
export function readRecord(into: string): Hashes {
  const file = path.join(into, RECORD);
  if (!existsSync(file)) return {};
  try {
    return Hashes.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    throw new Error(`${RECORD} cannot be read: put back the one that the last import wrote, or delete it.`);
  }
}

const hash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 32);
