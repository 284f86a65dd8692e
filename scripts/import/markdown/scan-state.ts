import type { Tell } from "../report.ts";
import { endOfBrackets } from "../literal.ts";
import type { Piece } from "./pieces.ts";

export type Scan = {
  source: string;
  /** Whether braces and lines of `import` are code, as in MDX. */
  isMdx: boolean;
  tell: Tell;
  at: number;
  line: number;
  pieces: Piece[];
  /** `{#id}` of headings, by line. */
  headingIds: Map<number, string>;
  /** Names of components that are other Markdown, and where that is. */
  imports: Map<string, string>;
  /** What a page calls by name and is plain data, or the address of a picture. */
  constants: Map<string, string>;
  /** Names of `:::` blocks that are open. */
  directives: string[];
  /** Brackets that nothing closed. */
  unclosed: number;
  /** Where the last comment ends. */
  lastComment: number;
  /** Where the last `</pre>` stands. */
  lastPre: number;
  /** Where the last `:::` stands that ends a block. */
  lastClose: number;
  /** Where the paragraph of the last backtick ends, and marks of which length nothing in it closes. */
  paragraph: { end: number; unclosed: Set<number> };
};

/** A page with so many has none that are code: looking for each one's end would take for ever. */
const UNCLOSED_MAX = 50;

/** Where the brackets at `from` end. Null when they do not, and when too many on the page did not. */
export function closeBrackets(state: Scan, from: number): number | null {
  const end = state.unclosed < UNCLOSED_MAX ? endOfBrackets(state.source, from) : null;
  if (end === null) state.unclosed++;
  return end;
}

/** Puts the source up to `end` into the pieces, as it is. */
export const take = (state: Scan, end: number): void => replace(state, end, state.source.slice(state.at, end));

/** Puts `words` in the place of the source up to `end`; its lines are kept. */
export function replace(state: Scan, end: number, words: string): void {
  const lines = countLines(state.source.slice(state.at, end));
  state.pieces.push(words + "\n".repeat(Math.max(0, lines - countLines(words))));
  state.line += lines;
  state.at = end;
}

export function emitTag(state: Scan, name: string, kind: "open" | "close" | "alone", text: string, raw: string): void {
  state.pieces.push({ name, kind, text, raw, line: state.line });
}

/** Words as the value of an attribute, between double quotation marks. */
export const asValue = (words: string): string => words.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

export const countLines = (words: string) => words.split("\n").length - 1;
