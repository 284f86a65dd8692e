import { withoutCode } from "./fences.ts";

/** Nobody writes more, and the parser takes the square of each, or worse. */
const PARAGRAPH_MAX = 60_000;
const MARKS_MAX = 5000;
const BLOCKS_MAX = 2000;
const ADDRESS = /(?:https?:\/\/|www\.)\S{4000}/i;
const UNDERLINE = /^[ \t]*(?:=+|-+)[ \t]*$/;
const DEEP = /^(?:[ \t]*(?:>|[-*+][ \t]|\d+[.)][ \t])){21}/m;

/** @throws Error for a page that would take the parser minutes. */
export function refuseHeavy(source: string): void {
  const prose = withoutCode(source);
  for (const block of prose.split(/\n[ \t]*\n|\n(?=[ \t]*\|)/)) {
    if (block.length > PARAGRAPH_MAX) refuse(`A paragraph of ${block.length} signs`, block);
    const marks = countMarks(block);
    if (marks > MARKS_MAX) refuse(`A paragraph with ${marks} marks of emphasis or links`, block);
  }
  const address = ADDRESS.exec(prose);
  if (address) refuse("An address that is so long", address[0]);
  const deep = DEEP.exec(prose);
  if (deep) refuse("A list or quote that is so deep in others", deep[0]);
  const blocks = countBlocks(prose);
  if (blocks > BLOCKS_MAX) refuse(`A page of ${blocks} lists, quotes and underlined headings`, prose);
}

function refuse(what: string, words: string): never {
  throw new Error(`${what} is more than is read: ${words.trim().slice(0, 40)}…`);
}

/** Of `[`, `*`, `_` and `~` those that may begin or end something: not points of lists, and no `_` within a name. */
function countMarks(block: string): number {
  let count = 0;
  for (const { 0: marks, index } of block.matchAll(/[*_~]+|\[/g)) {
    const around = [block[index - 1] ?? " ", block[index + marks.length] ?? " "];
    const isApart = around.every((sign) => /\s/.test(sign));
    const isInName = marks.startsWith("_") && around.every((sign) => /\w/.test(sign));
    if (!isApart && !isInName) count++;
  }
  return count;
}

/** How often a list or quote begins, or a line is underlined. */
function countBlocks(prose: string): number {
  let count = 0;
  let before: string | undefined;
  for (const line of prose.split("\n")) {
    const isBlank = line.trim() === "";
    // an empty line ends a quote and no list
    if (isBlank && before !== ">") continue;
    const kind = /^[ \t]*(?:>|[-*+](?=[ \t])|\d+[.)](?=[ \t]))/.exec(line)?.[0].at(-1);
    if ((kind && kind !== before) || UNDERLINE.test(line)) count++;
    before = kind;
  }
  return count;
}
