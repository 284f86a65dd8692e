import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Edit } from "./rule.ts";

/** Changes the files, and gives the edits that were made: of two that touch, the second waits for the next round. */
export function applyEdits(edits: Edit[]): Edit[] {
  const byFile = Map.groupBy(edits, ({ file }) => file);
  return [...byFile].flatMap(([file, own]) => {
    const ordered = own.toSorted((a, b) => a.start - b.start || a.end - b.end);
    const made = ordered.filter((edit, index) => edit.start >= (ordered[index - 1]?.end ?? 0));
    let text = existsSync(file) ? readFileSync(file, "utf8") : "";
    for (const { start, end, text: instead } of made.toReversed())
      text = text.slice(0, start) + instead + text.slice(end);
    writeFileSync(file, text);
    return made;
  });
}
