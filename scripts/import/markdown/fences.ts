const FENCE = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]*)?(`{3,}|~{3,})(.*)/;

/** The marks of a line that begins or ends a block of code. */
export function fenceOf(line: string): string | null {
  const [, marks = null, rest = ""] = FENCE.exec(line) ?? [];
  return marks?.startsWith("`") && rest.includes("`") ? null : marks;
}

/** The fence that is open after this line, of the one that was open before it. */
export function fenceAfter(fence: string | null, mark: string | null): string | null {
  if (!mark || (fence !== null && !mark.startsWith(fence))) return fence;
  return fence === null ? mark : null;
}

/** The text with each line as `change` makes it, which is told whether it is code. */
export function changeLines(source: string, change: (line: string, isCode: boolean) => string): string {
  let fence: string | null = null;
  const lines = source.split("\n").map((line) => {
    const mark = fenceOf(line);
    const isCode = fence !== null || mark !== null;
    fence = fenceAfter(fence, mark);
    return change(line, isCode);
  });
  return lines.join("\n");
}

/** The text with an empty line for each that is code. */
export const withoutCode = (source: string): string => changeLines(source, (line, isCode) => (isCode ? "" : line));
