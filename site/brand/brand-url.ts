import { createHash } from "node:crypto";
import path from "node:path";

/** A file of the operator's, as pages name it: by what is in it, so that a browser keeps it for good. */
export function brandUrl(as: string, name: string, bytes: Buffer): string {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  return `/brand/${as}.${hash}${path.extname(name)}`;
}
