/** Reads hub.yaml for the site (build) and the server (start). */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { checkOwn, type Fault } from "./check-own.ts";
import { formatMistakes, type Mistake } from "./mistakes.ts";
import { readYaml, readYamlOnce } from "./read-yaml.ts";
import { Hub } from "./schema.ts";

/** As it is written; what it names is not looked at. @throws Error naming file, line and field of every mistake. */
export function readHub(contentDir: string): Hub {
  const { data, mistakes } = readYamlOnce(sourceIn(contentDir), Hub);
  if (!data) throw new Error(formatMistakes(mistakes));
  return data;
}

/** Held against what is there, too: files, and a colour that can be read. @throws Error as readHub does. */
export function loadHub(contentDir: string): Hub {
  const data = readHub(contentDir);
  const faults = checkOwn(data, contentDir);
  if (faults.length > 0) throw new Error(formatMistakes(placeInHub(contentDir, faults)));
  return data;
}

/** Faults of a hub.yaml that can be read, with the lines that they are written in. */
export function placeInHub(contentDir: string, faults: Fault[]): Mistake[] {
  const source = sourceIn(contentDir);
  const { lineOf } = readYaml(source, Hub);
  return faults.map(({ path: field, message }) => ({
    file: source.file,
    line: lineOf(field),
    field: field.map(String).join("."),
    message,
  }));
}

function sourceIn(contentDir: string): { file: string; text: string } {
  const name = path.join(contentDir, "hub.yaml");
  if (!existsSync(name))
    throw new Error(`There is no hub.yaml in ${contentDir}: CONTENT_DIR must name a folder that has one.`);
  return { file: path.relative(process.cwd(), name), text: readFileSync(name, "utf8") };
}
