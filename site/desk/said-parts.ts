/** A part of what somebody wrote: words, code between fences, or what their mail quoted. */
export type SaidPart = { kind: "words" | "code" | "quote"; text: string };

const FENCE = /^\s*```/;
const QUOTED = /^\s*>/;
/** Fewer lines are what somebody answers to, and are read with it. */
const QUOTE_MIN = 4;

/** Line by line; with a line between them the parts are the text again, but for the fences. */
export function splitSaid(text: string): SaidPart[] {
  const lines = text.split("\n");
  const parts: SaidPart[] = [];
  let at = 0;
  while (at < lines.length) {
    const { kind, from, to, next } = readPart(lines, at);
    const part = { kind, text: lines.slice(from, to).join("\n") };
    const last = parts.at(-1);
    if (last?.kind === "words" && kind === "words") last.text += `\n${part.text}`;
    else parts.push(part);
    at = next;
  }
  return parts.filter((part) => part.kind === "code" || part.text.trim() !== "");
}

type Span = { kind: SaidPart["kind"]; from: number; to: number; next: number };

/** The part that begins at this line. A fence that nobody closed is a line like any other. */
function readPart(lines: string[], at: number): Span {
  const close = FENCE.test(lines[at] ?? "") ? lines.findIndex((line, n) => n > at && FENCE.test(line)) : -1;
  if (close > at) return { kind: "code", from: at + 1, to: close, next: close + 1 };
  let end = at;
  while (QUOTED.test(lines[end] ?? "")) end += 1;
  if (end - at >= QUOTE_MIN) return { kind: "quote", from: at, to: end, next: end };
  const next = Math.max(end, at + 1);
  return { kind: "words", from: at, to: next, next };
}
