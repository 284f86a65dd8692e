import type { Tell } from "../report.ts";
import { fenceAfter, fenceOf } from "./fences.ts";
import { listAfter } from "./lists.ts";
import { readBlock, type Block } from "./mkdocs-blocks.ts";
import { readCodeLine, readWords } from "./mkdocs-words.ts";

type Lines = {
  from: number;
  lines: string[];
  /** Names of links that the page says the address of. */
  definitions: Set<string>;
};

/**
 * What MkDocs says by indent, as the tags of the same blocks elsewhere: `!!! note`, `??? note`, `=== "Tab"`. Lines keep
 * their numbers wherever an empty line stands around a block, as is usual.
 */
export function readMkdocs(body: string, tell: Tell): string {
  return readLines({ from: 1, lines: body.split("\n"), definitions: definitionsIn(body) }, tell).join("\n");
}

const definitionsIn = (body: string) =>
  new Set([...body.matchAll(/^[ \t]*\[([^\]\n]+)\]:/gm)].map(([, name = ""]) => name.toLowerCase()));

function readLines({ from, lines, definitions }: Lines, tell: Tell): string[] {
  const made: string[] = [];
  let fence: string | null = null;
  let inList = false;
  let before: Block | null = null;
  for (let at = 0; at < lines.length; at++) {
    const line = readDefinition(lines[at] ?? "", fence, made);
    inList ||= line !== lines[at];
    lines[at] = line;
    const mark = fenceOf(line);
    const isCode = fence !== null || mark !== null;
    fence = fenceAfter(fence, mark);
    if (line.trim() !== "" && !isCode) inList = listAfter(inList, line);
    const say = (todo: string, construct = line) => tell(from + at, construct, todo);
    const block = isCode ? null : readBlock(lines, at, inList, say);
    if (!block) {
      if (line.trim() !== "") before = endTabs(before, made);
      made.push(isCode ? readCodeLine(line, say) : readWords(line, definitions, say));
      continue;
    }
    const content = readLines({ from: from + at + 1, lines: block.inner, definitions }, tell);
    const isNext = before !== null && before.isTab && block.isTab && before.indent === block.indent;
    if (!isNext) before = endTabs(before, made);
    const madeAt = made.length;
    open(made, block, isNext);
    made.push(...content.map((each) => (each.trim() ? block.indent + each : each)));
    close(made, block.indent + block.close);
    before = block;
    while (made.length < madeAt + block.end - at) made.push("");
    at = block.end - 1;
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
