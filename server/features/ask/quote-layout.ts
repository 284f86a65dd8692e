/** What a page says of a quote by its layout alone: where one block ends and the next begins, and what is code. */
import type { KnowledgeSection } from "#content/knowledge.ts";
import { textOfBlock } from "#server/knowledge/split-passages.ts";
import { splitStems } from "#server/knowledge/words.ts";
import type { Quotable } from "./quotable-sentences.ts";

/** Characters. */
const CODE_AT_MOST = 1200;
const ENDS = /[.!?][”"’)\]]*$/;
const IS_CLOSED = /[.!?…:;,][”"’)\]]*$/;

type Placed = { from: number; end: number; isItem: boolean; code: string | undefined; label: string };

/** Blocks where they stand among the characters of their section. */
function placeBlocks({ blocks }: KnowledgeSection): Placed[] {
  let end = -1;
  return blocks.map((block) => {
    const from = end + 1;
    end = from + textOfBlock(block).length;
    const { item = false, code } = block.type === "prose" ? block : {};
    return { from, end, isItem: item, code, label: code ? labelOf(textOfBlock(block), code) : "" };
  });
}

/** Of code in a tab, whose it is, "npm:": what its text begins with. */
function labelOf(text: string, code: string): string {
  const flat = code.replace(/\s+/g, " ").trim();
  return text.endsWith(flat) ? text.slice(0, -flat.length).trim() : "";
}

/**
 * The lines of the block of code that a quote is of (`isCode`), or that it announces: "Add this:". Of several tabs it is the one
 * whose label the question names, else the first; `label` says which.
 */
export function findCode({ passage, text, place }: Quotable, question: string) {
  const blocks = placeBlocks(passage.section);
  const at = blocks.findIndex(({ end }) => place.from < end);
  const isCode = blocks[at]?.code !== undefined;
  const announces = text.endsWith(":") && place.from + text.length === blocks[at]?.end;
  if (!isCode && !announces) return { isCode };
  const shown = chooseTab(codeFrom(blocks, isCode ? at : at + 1), question);
  // what stands in the tab itself has said whose it is
  const isSaid = !isCode && shown && text.startsWith(shown.label);
  return { isCode, label: isSaid ? "" : shown?.label, lines: shown?.code };
}

/** The blocks of code that follow one another, without their titles. */
function codeFrom(blocks: Placed[], from: number): Placed[] {
  const end = blocks.findIndex(({ code }, at) => at >= from && code === undefined);
  return blocks.slice(from, end < 0 ? blocks.length : end).filter(({ code }) => code);
}

function chooseTab(code: Placed[], question: string): Placed | undefined {
  const isNamed = nameIn(question);
  const named = code.filter(({ label }) => isNamed(label));
  return named.toSorted((a, b) => b.label.length - a.label.length)[0] ?? code[0];
}

function nameIn(question: string): (label: string) => boolean {
  const asked = new Set(splitStems(question));
  return (label) => label !== "" && splitStems(label).every((stem) => asked.has(stem));
}

/** Of tabs those that the question names, where it names one of them; what stands in no tab stays. */
export function keepNamedTabs<T extends { tab?: string | undefined }>(parts: readonly T[], question: string): T[] {
  const isNamed = nameIn(question);
  const named = parts.filter(({ tab }) => tab !== undefined && isNamed(tab));
  return named.length > 0 ? parts.filter((part) => part.tab === undefined || named.includes(part)) : [...parts];
}

/** As much of code as an answer has room for. */
export function cutCode<T extends { text: string; code?: true | undefined }>(piece: T): T {
  const { text, code } = piece;
  if (!code || text.length <= CODE_AT_MOST) return piece;
  const end = text.lastIndexOf("\n", CODE_AT_MOST);
  return { ...piece, text: `${text.slice(0, end > 0 ? end : CODE_AT_MOST)}\n…` };
}

/**
 * A quote line by line: an item of a list that is a sentence stands by itself, everything else goes on where it is, with a sign
 * where a block ends without any: "Client ID; Client Secret".
 */
export function quoteLines({ passage, text, place }: Quotable): string[] {
  const end = place.from + text.length;
  const parts = placeBlocks(passage.section)
    .map((block) => ({
      ...block,
      text: text.slice(Math.max(0, block.from - place.from), block.end - place.from).trim(),
    }))
    .filter((block) => block.from < end && block.end > place.from);
  const lines: string[][] = [];
  for (const [at, part] of parts.entries()) {
    const isOpen = at < parts.length - 1 && !IS_CLOSED.test(part.text);
    const words = part.text + (isOpen ? (part.isItem ? ";" : ".") : "");
    const before = parts[at - 1];
    const begins = isSentence(part) || (before !== undefined && isSentence(before));
    if (begins || lines.length === 0) lines.push([words]);
    else lines.at(-1)?.push(words);
  }
  return lines.map((line) => line.join(" "));
}

/** An item of a list that needs nothing before it to be read. */
const isSentence = ({ isItem, text }: { isItem: boolean; text: string }) => isItem && ENDS.test(text);
