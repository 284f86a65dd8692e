/** A mail's plain text in the parts that its HTML has. */
import { type Piece, splitOwnLinks } from "./own-links.ts";

/** Lines stand below each other. A list has items of one or more lines. */
export type Block = { kind: "paragraph" | "quote"; lines: string[] } | { kind: "list"; items: string[][] };
/** The one thing to do: what it is called, where it leads, and the text that says so beside it. */
export type Action = { words: string; link: string; beside: string[] };
export type Parts = { above: Block[]; action: Action | null; below: Block[] };

/**
 * @param words of the text: the link that comes next after them is the one thing to do. Where they stand more than once, as
 * in what somebody wrote, their last place is meant.
 */
export function splitMail(text: string, words: string | undefined, origin: string): Parts {
  const lines = text.trimEnd().split(/\r\n|\r|\n/);
  const found = words ? findAction(lines, words, origin) : null;
  if (!found) return { above: splitBlocks(lines), action: null, below: [] };
  const { at, length, before, action } = found;
  return { above: splitBlocks([...lines.slice(0, at), before]), action, below: splitBlocks(lines.slice(at + length)) };
}

function findAction(lines: string[], words: string, origin: string) {
  for (let at = lines.length - 1; at >= 0; at--) {
    const found = readAction(lines.slice(at, at + 2), words, origin);
    if (found) return { at, ...found };
  }
  return null;
}

/** The words and their link, on one line or on two. */
function readAction([line = "", next = ""]: string[], words: string, origin: string) {
  const at = line.lastIndexOf(words);
  if (at < 0) return null;
  const rest = line.slice(at + words.length).trim();
  const linkIn = (text: string) => splitOwnLinks(text, origin).find((piece: Piece) => piece.link)?.text;
  const beside = linkIn(rest) === undefined ? [rest, next] : [rest];
  const link = linkIn(beside.at(-1) ?? "");
  if (link === undefined) return null;
  const action: Action = { words, link, beside: beside.filter((each) => each !== "") };
  return { before: line.slice(0, at).trim(), action, length: beside.length };
}

/** An empty line ends a part. `- ` begins an item, which further lines belong to that stand in from the edge; `>` is a quote. */
function splitBlocks(lines: string[]): Block[] {
  const blocks: Block[] = [];
  let last: Block | undefined;
  for (const line of lines) {
    if (last?.kind === "list" && /^\s/.test(line)) last.items.at(-1)?.push(line.trim());
    else if (line.trim() === "") last = undefined;
    else if (line.startsWith("- ")) {
      if (last?.kind !== "list") blocks.push((last = { kind: "list", items: [] }));
      last.items.push([line.slice(2)]);
    } else {
      const kind = line.startsWith(">") ? "quote" : "paragraph";
      if (last?.kind !== kind) blocks.push((last = { kind, lines: [] }));
      last.lines.push(kind === "quote" ? line.slice(1).trimStart() : line);
    }
  }
  return blocks;
}
