const WORDS_A_MINUTE = 200;

/** Whole minutes that reading an article's MDX takes, at least 1. Tags do not count, what they say (titles, captions) hardly does. */
export function countMinutes(mdx: string): number {
  const words = mdx
    .replace(/<[^>]*>/g, " ")
    .split(/\s+/)
    .filter((word) => /\w/.test(word));
  return Math.max(1, Math.round(words.length / WORDS_A_MINUTE));
}
