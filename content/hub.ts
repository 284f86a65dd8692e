/** Reads hub.yaml for the site (build) and the server (start). */
import { readFileSync } from "node:fs";
import path from "node:path";
import { isNode, LineCounter, parseDocument, type Document } from "yaml";
import { Hub } from "./schema.ts";

/** @throws Error naming file, line and field of every mistake. */
export function loadHub(contentDir: string): Hub {
  const file = path.join(contentDir, "hub.yaml");
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, "utf8"), { lineCounter: lines });
  if (document.errors.length > 0)
    throw new Error(`${file}: ${document.errors.map((error) => error.message).join("\n")}`);
  const parsed = Hub.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  const mistakes = parsed.error.issues.map((issue) => {
    const at = issue.path.map((key) => (typeof key === "symbol" ? String(key) : key));
    return `${file}:${lineOf(document, lines, at)} ${at.join(".") || "hub.yaml"}: ${issue.message}`;
  });
  throw new Error(mistakes.join("\n"));
}

/** The line of a field, or of the nearest part above it when the field is missing. */
function lineOf(document: Document, lines: LineCounter, at: (string | number)[]): number {
  for (let depth = at.length; depth > 0; depth--) {
    const node = document.getIn(at.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
