import type { Tell } from "../report.ts";
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
  /** Names of `:::` blocks that are open. */
  directives: string[];
};

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

export const countLines = (words: string) => words.split("\n").length - 1;
