/**
 * A block is rendered before what holds it, so it cannot know its own number. It writes a mark
 * (from the private use area of Unicode: no writer types one), and its holder puts the numbers in.
 */
export const STEP_MARK = "\uE000";
export const FIGURE_MARK = "\uE001";
export const TABS_MARK = "\uE002";

/** Numbers the pieces of `html` that begin with `opening`, from 1. */
export function numberPieces(html: string, opening: string, mark: string): string {
  const [before = "", ...pieces] = html.split(opening);
  return before + pieces.map((piece, index) => opening + piece.replaceAll(mark, String(index + 1))).join("");
}
