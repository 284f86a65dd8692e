/** Their nouns begin with a capital wherever they stand. */
const CAPITAL_NOUNS: ReadonlySet<string> = new Set(["de", "lb"]);

/** A word within a sentence, small where its language lets it be; names such as “AcmeStatus” keep their capitals. */
export const lowerIn = (language: string, word: string): string =>
  !CAPITAL_NOUNS.has(language) && /^[A-Z][a-z]+( |$)/.test(word) ? word.charAt(0).toLowerCase() + word.slice(1) : word;
