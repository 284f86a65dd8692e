import type { Tell } from "../report.ts";
import { changeLines } from "./fences.ts";
import { countLines } from "./scan-state.ts";

export const FORMULA = "A formula, which the hub does not draw: it stands there as code. Write it in words.";

/** Signs on lines of their own, what begins a formula and what ends it. */
type Signs = { open: RegExp; close: RegExp };
const LEAD = String.raw`^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?`;
const DOLLARS = { open: new RegExp(String.raw`${LEAD}(?=\$\$[ \t]*$)`), close: /^[ \t>]*(?=\$\$[ \t]*$)/ };
const BRACKETS = { open: new RegExp(String.raw`${LEAD}(?=\\\[[ \t]*$)`), close: /^[ \t>]*(?=\\\][ \t]*$)/ };
/** What is further apart are no signs of one formula. */
const LINES_MAX = 60;

/** Goes on to the next line, but not past an empty one. */
const INSIDE = String.raw`(?:[^$\n\\]|\\[^\n]|\n(?![ \t]*\n)){1,1000}?`;
/** What stands before the next price has a space at its end, or a digit behind it. */
const IN_DOLLARS = new RegExp(
  String.raw`(?<![\\$\w])(?:\$\$(?!\$)(${INSIDE})\$\$|\$(?![\s$]|\{[^\\])(${INSIDE})(?<!\s)\$)(?![\w{$])`,
  "g",
);
const IN_BRACKETS = /\\\(((?:[^\n\\]|\\[^\n()]|\n(?![ \t]*\n)){1,1000}?)\\\)/g;

const SIGN = /[\\^_={}<>+]/;
const SHORT = /^(?:-?[\d.,]+|[A-Za-z][\w'(), ]{0,11})$/;
const PROSE = /^[A-Za-z]{4,}$|[A-Za-z]{4,} [A-Za-z]{4,}|<\/?[a-z][^>]*>|`/i;

/** Formulas as code: `$x$` and `$$`, and `\(x\)` and `\[` where brackets are signs of one. Lines keep their numbers. */
export function readFormulas(body: string, inBrackets: boolean, tell: Tell): string {
  const marked = markInLines(markBlocks(body, DOLLARS, tell), IN_DOLLARS, tell);
  return inBrackets ? markInLines(markBlocks(marked, BRACKETS, tell), IN_BRACKETS, tell) : marked;
}

function markBlocks(text: string, { open, close }: Signs, tell: Tell): string {
  const lines = text.split("\n");
  let from: number | null = null;
  for (const [at, line] of hideCode(text).split("\n").entries()) {
    const [end] = close.exec(line) ?? [];
    if (from !== null && end !== undefined && at - from < LINES_MAX) {
      tell(from + 1, lines.slice(from, at + 1).join(" "), FORMULA);
      lines[from] = `${open.exec(lines[from] ?? "")?.[0]}\`\`\`latex`;
      lines[at] = `${end}\`\`\``;
      from = null;
    } else if (open.test(line)) from = at;
  }
  return lines.join("\n");
}

function markInLines(text: string, formulas: RegExp, tell: Tell): string {
  let made = "";
  let from = 0;
  let line = 1;
  for (const { 0: all, 1: first, 2: second, index } of hideCode(text).matchAll(formulas)) {
    const formula = (first ?? second ?? "").trim();
    if (PROSE.test(formula) || !(SIGN.test(formula) || SHORT.test(formula))) continue;
    const before = text.slice(from, index);
    line += countLines(before);
    tell(line, all, FORMULA);
    made += `${before}\`${formula}\``;
    line += countLines(all);
    from = index + all.length;
  }
  return made + text.slice(from);
}

/** The text with backticks in the place of all that is code. */
function hideCode(text: string): string {
  const marked = changeLines(text, (line, isCode) => (isCode ? hide(line) : line));
  return marked.replace(/(?<!`)`+(?!`)(?:[^`\n]|\n(?![ \t]*\n))+`+/g, hide);
}

const hide = (code: string) => code.replace(/[^\n]/g, "`");
