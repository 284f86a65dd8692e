import { saySize } from "../attachment.values.ts";

export type NamedFile = { name: string; size: number };

/** Lines for a mail to support, by name alone: a mail carries no file that a visitor chose. */
export function describeFiles(files: NamedFile[]): string[] {
  if (files.length === 0) return [];
  return ["", "Files, at the desk:", ...files.map(({ name, size }) => `- ${name}, ${saySize(size)}`)];
}

export const sayFiles = (count: number): string => `With ${count} ${count === 1 ? "file" : "files"}`;
