/** Reads hub.yaml for the site (build) and the server (start). */
import { readFileSync } from "node:fs";
import path from "node:path";
import { formatMistakes } from "./mistakes.ts";
import { readYaml } from "./read-yaml.ts";
import { Hub } from "./schema.ts";

/** @throws Error naming file, line and field of every mistake. */
export function loadHub(contentDir: string): Hub {
  const file = path.join(contentDir, "hub.yaml");
  const { data, mistakes } = readYaml({ file, text: readFileSync(file, "utf8") }, Hub);
  if (!data) throw new Error(formatMistakes(mistakes));
  return data;
}
