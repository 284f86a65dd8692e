/** Code as the highlighter leaves it: its classes are made the hub's own, and lines of it are marked. */
import { LINE_KINDS, type CodeDescription, type LineKind } from "#site/build/describe-code.ts";

/** Kinds of words that have a colour (markdown.css); the highlighter knows dozens, and some are called as parts of the hub. */
const COLOURED = ["comment", "keyword", "tag", "property", "string", "attr-value", "inserted", "deleted"];

/** `<span class="token keyword">` becomes `<span class="t-keyword">`, and what has no colour a plain span. */
export const nameTokens = (html: string): string =>
  html.replace(/<span class="token ([^"]*)">/g, (_tag, names: string) => {
    const kind = names.split(" ").find((name) => COLOURED.includes(name));
    return kind ? `<span class="t-${kind}">` : "<span>";
  });

/** What goes is shown beside what comes, but neither copied nor found, nor in Markdown. */
const OPENING: Record<LineKind, string> = {
  mark: '<mark class="code-l">',
  ins: '<ins class="code-l">',
  del: '<del class="code-l" data-knowledge="skip" data-pagefind-ignore>',
};

/** `html` of a block of code with its lines marked; the first has number 1. */
export function markLines(html: string, { wrap, ...lines }: Omit<CodeDescription, "title">): string {
  const [, before = "", code = "", after = ""] = /^([^]*?<code\b[^>]*>)([^]*?)(<\/code>[^]*)$/.exec(html) ?? [];
  if (!before) return html;
  const kinds = LINE_KINDS.map((kind) => [kind, readNumbers(lines[kind] ?? "")] as const);
  const marked = splitLines(code).map((line, index) => {
    const kind = kinds.find(([, isIn]) => isIn(index + 1))?.[0];
    return kind ? `${OPENING[kind]}${line}</${kind}>` : line;
  });
  const opening = wrap === undefined ? before : before.replace("<pre ", "<pre data-wrap ");
  return opening + marked.join("") + after;
}

/** Whether a number is one of "1,3-5". */
function readNumbers(text: string): (line: number) => boolean {
  const ranges = [...text.matchAll(/(\d+)(?:-(\d+))?/g)].map(
    ([, from, to = from]) => [Number(from), Number(to)] as const,
  );
  return (line) => ranges.some(([from, to]) => from <= line && line <= to);
}

/** A piece each, with the end of its line: what is open there is closed, and opened again in the next. */
function splitLines(code: string): string[] {
  const open: string[] = [];
  return code.split(/(?<=\n)/).map((line) => {
    const opened = open.join("");
    for (const [tag] of line.matchAll(/<span[^>]*>|<\/span>/g)) {
      if (tag === "</span>") open.pop();
      else open.push(tag);
    }
    return opened + line + "</span>".repeat(open.length);
  });
}
