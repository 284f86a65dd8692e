/** Reads hub.yaml for the site (build) and the server (start). */
import { readFileSync } from "node:fs";
import path from "node:path";
import { checkOwn } from "./check-own.ts";
import { formatMistakes } from "./mistakes.ts";
import { readYamlOnce } from "./read-yaml.ts";
import { Hub } from "./schema.ts";

/** @throws Error naming file, line and field of every mistake. */
export function loadHub(contentDir: string): Hub {
  const file = path.join(contentDir, "hub.yaml");
  const { data, mistakes, lineOf } = readYamlOnce({ file, text: readFileSync(file, "utf8") }, Hub);
  if (!data) throw new Error(formatMistakes(mistakes));
  const wrong = checkOwn(data, contentDir).map(({ path: field, message }) => ({
    file,
    line: lineOf(field),
    field: field.map(String).join("."),
    message,
  }));
  if (wrong.length > 0) throw new Error(formatMistakes(wrong));
  return data;
}
