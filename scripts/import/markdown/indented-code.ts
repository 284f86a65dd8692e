import { fenceAfter, fenceOf } from "./fences.ts";
import { listAfter } from "./lists.ts";

const INDENT = /^(?: {4}|\t)/;

/** Code that is told by its indent, which MDX does not know, between fences in the place of the empty lines around it. */
export function fenceIndented(source: string): string {
  const lines = source.split("\n");
  let fence: string | null = null;
  let inList = false;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const mark = fenceOf(line);
    fence = fenceAfter(fence, mark);
    if (fence !== null || mark || line.trim() === "") continue;
    if (!INDENT.test(line)) inList = listAfter(inList, line);
    else if (!inList && lines[at - 1]?.trim() === "") at = fenceFrom(lines, at);
  }
  return lines.join("\n");
}

/** Puts fences around the code that begins here, and gives the line that it ends at. */
function fenceFrom(lines: string[], from: number): number {
  let to = from;
  for (let at = from; at < lines.length && (INDENT.test(lines[at] ?? "") || lines[at]?.trim() === ""); at++)
    if (lines[at]?.trim() !== "") to = at;
  if (to + 1 >= lines.length) lines.push("");
  // a line right behind it that is no code would be one more line: then it stays as it was
  if (lines[to + 1]?.trim() !== "") return to;
  for (let at = from; at <= to; at++) lines[at] = (lines[at] ?? "").replace(INDENT, "");
  lines[from - 1] = "~~~~~~";
  lines[to + 1] = "~~~~~~";
  return to + 1;
}
