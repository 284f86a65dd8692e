/** Ends of what stands alone. */
const ENDED = String.raw`[\s!.,?…]*$`;

/** Nothing but this. */
export const withEnd = (pattern: string): RegExp => new RegExp(`^(?:${pattern})${ENDED}`, "iu");

/** Whole words, of any letters: \b knows those of English only. */
export const wholeWords = (pattern: string): string => String.raw`(?<![\p{L}\p{N}])(?:${pattern})(?![\p{L}\p{N}])`;

/** Somewhere in it, as whole words. */
export const withWords = (pattern: string): RegExp => new RegExp(wholeWords(pattern), "iu");
