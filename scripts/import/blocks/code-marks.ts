import type { LineKind } from "#site/build/describe-code.ts";

const LINE_MARK = /^\s*(?:\/\/|#|--|%|<!--|\{?\/\*)[ \t]*highlight-(next-line|start|end)(?:[ \t]*(?:-->|\*\/\}?))?\s*$/;
const KINDS: Record<string, LineKind> = { "++": "ins", "--": "del", hl: "mark", highlight: "mark" };

/** Comments that only colour lines of code are none of it: `// highlight-next-line`, `// [!code ++]`. `marks`: what they say. */
export function takeMarks(code: string): { value: string; marks: Partial<Record<LineKind, string>> } {
  const kept: string[] = [];
  const marked: Record<LineKind, number[]> = { mark: [], ins: [], del: [] };
  let isOpen = false;
  let isNext = false;
  let begun: EndMark = { lines: 0 };
  for (const line of code.split("\n")) {
    const said = LINE_MARK.exec(line)?.[1];
    if (said) {
      isNext = said === "next-line";
      if (!isNext) isOpen = said === "start";
      continue;
    }
    const { text, mark } = readEndMark(line);
    begun = mark ?? begun;
    // alone on a line it is said of those below
    if (mark && text === "") continue;
    kept.push(text);
    const own = (begun.lines-- > 0 ? begun.kind : undefined) ?? (isOpen || isNext ? "mark" : undefined);
    if (own) marked[own].push(kept.length);
    isNext = false;
  }
  const marks = Object.entries(marked).flatMap(([kind, lines]) =>
    lines.length > 0 ? [[kind, asRanges(lines)] as const] : [],
  );
  return { value: kept.join("\n"), marks: Object.fromEntries(marks) };
}

/** `kind`: none where the hub does not show what it says. `lines`: of so many, from its own. */
type EndMark = { kind?: LineKind; lines: number };

function readEndMark(line: string): { text: string; mark?: EndMark } {
  const at = line.lastIndexOf("[!code ");
  if (at < 0) return { text: line };
  const before = line.slice(0, at).trimEnd();
  const comment = /(?:\/\/|#|--|%|<!--|\{?\/\*)$/.exec(before)?.[0];
  if (!comment) return { text: line };
  const [, name = "", lines = "1"] = /^\[!code ([\w+-]+)(?::(\d+))?/.exec(line.slice(at)) ?? [];
  return { text: before.slice(0, -comment.length).trimEnd(), mark: { kind: KINDS[name], lines: Number(lines) } };
}

/** 1, 3, 4, 5 → "1,3-5" */
function asRanges(lines: number[]): string {
  const ranges: [number, number][] = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last && line === last[1] + 1) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(",");
}
