/** A file of the content folder that pages load, as hub.yaml names it. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

type Most = { kb: number; /** How to get below it. */ by?: string };

/** `{ fault }` says what to do, for the operator. */
export function readBrandFile(
  contentDir: string,
  name: string,
  { kb, by }: Most,
): { bytes: Buffer } | { fault: string } {
  const file = path.join(contentDir, name);
  if (!existsSync(file)) return { fault: `there is no ${name} in the content folder: put it there, or name another` };
  const bytes = readFileSync(file);
  if (bytes.length <= kb * 1024) return { bytes };
  return { fault: `${name} has ${Math.ceil(bytes.length / 1024)} KB: make it ${kb} or less${by ? `, ${by}` : ""}` };
}
