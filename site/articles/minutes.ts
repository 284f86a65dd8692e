import { countWords } from "#content/count-words.ts";

const WORDS_A_MINUTE = 200;
/** A step is done, not only read. */
const MINUTES_A_STEP = 0.5;

/** Whole minutes that an article's MDX takes, at least 1. Tags do not count, what they say (titles, captions) hardly does; steps do. */
export function countMinutes(mdx: string): number {
  const words = countWords(mdx.replace(/<[^>]*>/g, " "));
  const steps = mdx.match(/<Step\s/g)?.length ?? 0;
  return Math.max(1, Math.round(words / WORDS_A_MINUTE + steps * MINUTES_A_STEP));
}
