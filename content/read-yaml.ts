import { getEnvironmentData, setEnvironmentData } from "node:worker_threads";
import { isNode, LineCounter, parseDocument, type Document } from "yaml";
import type { z } from "zod";
import type { Mistake } from "./mistakes.ts";
import { sayIssue } from "./say-issue.ts";
import { sayYaml } from "./say-yaml.ts";

type YamlSource = {
  /** Named in mistakes. */
  file: string;
  text: string;
  /** Line of the file that `text` begins at; frontmatter begins at 2. */
  firstLine?: number;
};

/** `lineOf` finds the line of a field in the file, or of the nearest part above it. */
export type ReadYaml<T> = { data: T | null; mistakes: Mistake[]; lineOf: (path: PropertyKey[]) => number };

/** Reads YAML against a schema. Never throws: mistakes carry file, line and field. */
export function readYaml<T>({ file, text, firstLine = 1 }: YamlSource, schema: z.ZodType<T>): ReadYaml<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineOf = (path: PropertyKey[]) => findLine(document, lines, path) + firstLine - 1;
  // the others follow from the first
  const broken = document.errors.slice(0, 1).map((error) => ({
    file,
    line: lines.linePos(error.pos[0]).line + firstLine - 1,
    message: sayYaml(error),
  }));
  if (broken.length > 0) return { data: null, mistakes: broken, lineOf };
  const written: unknown = document.toJS();
  const parsed = schema.safeParse(written, { error: sayIssue });
  if (parsed.success) return { data: parsed.data, mistakes: [], lineOf };
  if (written === null)
    return { data: null, mistakes: [{ file, line: firstLine, message: "there is nothing in it" }], lineOf };
  const mistakes = parsed.error.issues.map((issue) => {
    // An unknown key is reported at its parent; point at the key itself.
    const path = issue.code === "unrecognized_keys" ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
    return { file, line: lineOf(path), field: path.map(String).join("."), message: issue.message };
  });
  // only the first mistake of each field: others follow from it, as “too long” of what is no list
  const firsts = mistakes.filter(({ field }, at) => mistakes.findIndex((each) => each.field === field) === at);
  return { data: null, mistakes: firsts, lineOf };
}

/**
 * The same, but what has been read well is kept for this process and the threads that it starts, by its text: a build has
 * several copies of most modules, and reads the hub's own files in each.
 */
export function readYamlOnce<T>(source: YamlSource, schema: z.ZodType<T>): ReadYaml<T> {
  const data = getEnvironmentData(source.text) as T | undefined; // as it was kept below: no two kinds of file have the same text
  if (data) return { data, mistakes: [], lineOf: (path) => readYaml(source, schema).lineOf(path) };
  const read = readYaml(source, schema);
  // this thread gets the very object and others a copy: it is plain data and dates, which nobody changes
  if (read.data) setEnvironmentData(source.text, read.data);
  return read;
}

function findLine(document: Document, lines: LineCounter, path: PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
