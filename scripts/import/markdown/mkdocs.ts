import type { Tell } from "../report.ts";
import { fenceAfter, fenceOf } from "./fences.ts";
import { listAfter } from "./lists.ts";
import { readWords } from "./mkdocs-words.ts";
import { asAttribute } from "./scan-directive.ts";

const BLOCK = /^([ \t]*)(!!!|\?\?\?\+?|===[!+]?)[ \t]+(.*)$/;
const KINDS = new Set(
  "note abstract info tip success question warning failure danger bug example quote summary hint important check done help faq caution attention fail missing error cite".split(
    " ",
  ),
);

type Block = { indent: string; open: string; close: string; isTab: boolean };
type Lines = { from: number; lines: string[] };

/**
 * What MkDocs says by indent, as the tags of the same blocks elsewhere: `!!! note`, `??? note`, `=== "Tab"`. Lines keep
 * their numbers wherever an empty line stands around a block, as is usual.
 */
export function readMkdocs(body: string, tell: Tell): string {
  return readLines({ from: 1, lines: body.split("\n") }, tell).join("\n");
}

function readLines({ from, lines }: Lines, tell: Tell): string[] {
  const made: string[] = [];
  let fence: string | null = null;
  let inList = false;
  let before: Block | null = null;
  for (let at = 0; at < lines.length; at++) {
    const line = readDefinition(lines[at] ?? "", fence, made);
    inList ||= line !== lines[at];
    const mark = fenceOf(line);
    const isCode = fence !== null || mark !== null;
    fence = fenceAfter(fence, mark);
    if (line.trim() !== "" && !isCode) inList = listAfter(inList, line);
    const say = (todo: string) => tell(from + at, line, todo);
    const block = isCode ? null : readBlock(line, inList, say);
    if (!block) {
      if (line.trim() !== "") before = endTabs(before, made);
      made.push(isCode ? line : readWords(line, say));
      continue;
    }
    const end = endOf(lines, at + 1, block.indent);
    const inner = lines.slice(at + 1, end).map((each) => each.slice(each.trim() ? block.indent.length : 0));
    const content = readLines(
      { from: from + at + 1, lines: inner.map((each) => each.replace(/^(?: {4}|\t)/, "")) },
      tell,
    );
    const isNext = before !== null && before.isTab && block.isTab && before.indent === block.indent;
    if (!isNext) before = endTabs(before, made);
    open(made, block, isNext);
    made.push(...content.map((each) => (each.trim() ? block.indent + each : each)));
    close(made, block.indent + block.close);
    before = block;
    at = end - 1;
  }
  endTabs(before, made);
  return made;
}

/** `Term`, then `:   what it is`: an item of a list, whose first words are the term. */
function readDefinition(line: string, fence: string | null, made: string[]): string {
  const [sign = "", words = ""] = (fence === null && /^:[ \t]{1,3}(?=\S)(.*)/.exec(line)) || [];
  if (!sign) return line;
  const at = made.findLastIndex((each) => each.trim() !== "");
  const term = made[at] ?? "";
  if (/^[-*+#>|<]/.test(term) && !term.startsWith("- **")) return line;
  if (/^\S/.test(term) && !term.startsWith("- **")) made[at] = `- **${term.trim()}**`;
  // without an empty line between them it would go on in the same one
  if (at === made.length - 1) made[at] += "  ";
  return `    ${words}`;
}

function readBlock(line: string, inList: boolean, say: (todo: string) => void): Block | null {
  const [, indent = "", mark = "", rest = ""] = BLOCK.exec(line) ?? [];
  if (!mark || (indent !== "" && !inList)) return null;
  const title = titleIn(rest.trimEnd());
  if (mark.startsWith("===")) {
    if (title === undefined) return null;
    return { indent, open: `<Tab title="${asAttribute(title)}">`, close: "</Tab>", isTab: true };
  }
  const kind = /^[\w-]+/.exec(rest)?.[0].toLowerCase();
  if (!kind) return null;
  if (mark !== "!!!") {
    const words = title ?? kind.charAt(0).toUpperCase() + kind.slice(1);
    return { indent, open: `<Accordion title="${asAttribute(words)}">`, close: "</Accordion>", isTab: false };
  }
  if (!KINDS.has(kind)) say("A kind of note that the hub does not have: it became a plain one.");
  const named = title ? ` title="${asAttribute(title)}"` : "";
  return { indent, open: `<Aside type="${kind}"${named}>`, close: "</Aside>", isTab: false };
}

/** The first line that is no content: less indented than what stands in the block. */
function endOf(lines: string[], from: number, indent: string): number {
  const inside = new RegExp(`^${indent}(?: {4}|\\t)`);
  let end = from;
  for (let at = from; at < lines.length; at++) {
    if (inside.test(lines[at] ?? "")) end = at + 1;
    else if (lines[at]?.trim() !== "") break;
  }
  // an empty line behind it has room for what ends it
  return end < lines.length && lines[end]?.trim() === "" ? end + 1 : end;
}

/** A tag is a block of its own only where no words stand right before it. */
function open(made: string[], { indent, open: tag, isTab }: Block, isNext: boolean): void {
  const last = made.at(-1) ?? "";
  if (last.trim() !== "" && !/^[ \t]*<\/?[A-Z]/.test(last)) made.push("");
  made.push(`${indent}${isTab && !isNext ? "<Tabs>" : ""}${tag}`);
}

/** In the place of the empty line behind the content, where there is one. */
function close(made: string[], tag: string): void {
  const isFree = made.at(-1)?.trim() === "";
  if (isFree) made[made.length - 1] = tag;
  else made.push(tag);
}

function endTabs(before: Block | null, made: string[]): null {
  if (!before?.isTab) return null;
  const at = made.findLastIndex((line) => line.trim() !== "");
  made[at] += "</Tabs>";
  return null;
}

/** What stands between the first and the last quotation mark. */
const titleIn = (words: string): string | undefined => {
  const from = words.indexOf('"');
  return from >= 0 && from < words.length - 1 && words.endsWith('"') ? words.slice(from + 1, -1) : undefined;
};
