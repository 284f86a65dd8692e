/** What a page says of a quote by its layout alone: where one block ends and the next begins, and what is code. */
import type { KnowledgeSection } from "#content/knowledge.ts";
import { textOfBlock } from "#server/knowledge/split-passages.ts";
import type { Quotable } from "./quotable-sentences.ts";

/** Characters. */
const CODE_AT_MOST = 1200;
const IS_CLOSED = /[.!?…:;,][”"’)\]]*$/;

type Placed = { from: number; end: number; isItem: boolean; code: string | undefined };

/** Blocks where they stand among the characters of their section. */
function placeBlocks({ blocks }: KnowledgeSection): Placed[] {
  let end = -1;
  return blocks.map((block) => {
    const from = end + 1;
    end = from + textOfBlock(block).length;
    const { item = false, code } = block.type === "prose" ? block : {};
    return { from, end, isItem: item, code };
  });
}

/** The lines of the block of code that a quote is of (`isCode`), or that it announces: "Add this:". */
export function findCode({ passage, text, place }: Quotable): { isCode: boolean; lines: string | undefined } {
  const blocks = placeBlocks(passage.section);
  const at = blocks.findIndex(({ end }) => place.from < end);
  const [own, ...after] = blocks.slice(at).map(({ code }) => code);
  if (own !== undefined) return { isCode: true, lines: own || after[0] };
  const announces = text.endsWith(":") && place.from + text.length === blocks[at]?.end;
  const next = after[0] === "" ? after[1] : after[0];
  return { isCode: false, lines: announces ? next : undefined };
}

/** As much of code as an answer has room for. */
export function cutLines(code: string): string {
  if (code.length <= CODE_AT_MOST) return code;
  const end = code.lastIndexOf("\n", CODE_AT_MOST);
  return `${code.slice(0, end > 0 ? end : CODE_AT_MOST)}\n…`;
}

/** A quote of several blocks with a sign where one ends without any: "Client ID; Client Secret". */
export function partBlocks({ passage, text, place }: Quotable): string {
  const end = place.from + text.length;
  const parts = placeBlocks(passage.section)
    .map((block) => ({ ...block, text: text.slice(Math.max(0, block.from - place.from), block.end - place.from) }))
    .filter((block) => block.from < end && block.end > place.from);
  return parts
    .map((part, at) => {
      const isOpen = at < parts.length - 1 && !IS_CLOSED.test(part.text.trim());
      return part.text.trim() + (isOpen ? (part.isItem ? ";" : ".") : "");
    })
    .join(" ");
}
