import { NO_SPACES } from "./no-spaces.ts";

const SAYS_SOMETHING = /[\p{L}\p{N}_]/u;
/** It knows the words of all these scripts, whatever the locale. */
const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/** How many words a text has, in any script. Only where no spaces part them are they looked for: that takes longer. */
export const countWords = (text: string): number =>
  text.split(/\s+/).reduce((count, piece) => count + countIn(piece), 0);

function countIn(piece: string): number {
  if (!SAYS_SOMETHING.test(piece)) return 0;
  if (!NO_SPACES.test(piece)) return 1;
  return [...segmenter.segment(piece)].filter(({ isWordLike }) => isWordLike).length;
}
