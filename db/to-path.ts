import { fileURLToPath } from "node:url";

export const isPostgres = (url: string): boolean => /^postgres(ql)?:\/\//.test(url);

/** The file of a SQLite DATABASE_URL: `file:./data/handrail.db`, `file:///data/hand%20rail.db`, or a path. */
export function toPath(url: string): string {
  if (url.startsWith("file://")) return fileURLToPath(url);
  return url.startsWith("file:") ? url.slice("file:".length) : url;
}
