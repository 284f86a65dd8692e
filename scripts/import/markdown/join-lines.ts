import { fenceAfter, fenceOf } from "./fences.ts";

const TAG = /<(\/?)(?:t[dh]|p|li|d[dt]|h[1-6]|caption|figcaption)\b[^<>]*>/gi;
/** What is a block of Markdown by its first sign. */
const MARK = /^[ \t]*(?:[-*+>#|]|\d+[.)])[ \t]|^[ \t]*[-=]{3,}[ \t]*$/;
/** Nobody writes a cell of more lines, and looking for the end of each would take for ever. */
const LINES_MAX = 60;

/**
 * Puts what HTML writes over several lines, `<td>words⏎</td>`, into the first of them: to MDX a tag that ends a line
 * elsewhere than it began is none of the same block. Lines keep their numbers: empty ones follow.
 */
export function joinLines(source: string): string {
  const lines = source.split("\n");
  let fence: string | null = null;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const mark = fenceOf(line);
    fence = fenceAfter(fence, mark);
    if (fence !== null || mark || !line.includes("<")) continue;
    const end = endOf(lines, at);
    if (end === at) continue;
    const [, ...more] = lines.slice(at, end + 1);
    lines[at] = [line.trimEnd(), ...more.map((each) => each.trim())].join(" ");
    lines.fill("", at + 1, end + 1);
    at = end;
  }
  return lines.join("\n");
}

/** The line in which all that this one opens is closed: itself when nothing is open, or when blocks stand within. */
function endOf(lines: string[], from: number): number {
  let open = openIn(lines[from] ?? "");
  for (let at = from + 1; open > 0 && at < lines.length && at - from < LINES_MAX; at++) {
    const line = lines[at] ?? "";
    if (line.trim() === "" || fenceOf(line) || MARK.test(line)) return from;
    open += openIn(line);
    if (open <= 0) return at;
  }
  return from;
}

const openIn = (line: string): number =>
  [...line.matchAll(TAG)].reduce((open, [, closes]) => open + (closes ? -1 : 1), 0);
