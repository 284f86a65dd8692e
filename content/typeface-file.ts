/** The operator's own typeface. What is in its files is looked at when a hub is built: site/typeface/check-typeface.ts. */
import { readBrandFile } from "./brand-file.ts";
import type { OwnTypeface } from "./identity.ts";
import type { Hub } from "./schema.ts";

/** Every page loads it before its text is as it stays. */
const MOST = { kb: 100, by: "by leaving out letters that your languages do not write" };
const SIGNATURE = "wOF2";

/** `{ fault }` says what to do, for the operator. */
export function readTypefaceFile(contentDir: string, name: string): ReturnType<typeof readBrandFile> {
  const read = readBrandFile(contentDir, name, MOST);
  if ("fault" in read || read.bytes.toString("latin1", 0, SIGNATURE.length) === SIGNATURE) return read;
  return { fault: `${name} is no WOFF2, whatever its name says: save it as one` };
}

/** Undefined where the hub has its standard typeface, or the reader's system's. */
export const ownTypefaceOf = ({ typeface }: Hub["brand"]): OwnTypeface | undefined =>
  typeof typeface === "object" ? typeface : undefined;
