/** A word as it is compared, and the words of the question that it stands for. */
export type Spoken = { word: string; from: number; length: number };

export const NOT = "not";
/** What says that something is not, in the languages that a glossary may hold together. */
export const DENIALS: ReadonlySet<string> = new Set([NOT, "nicht"]);
const HELPERS = "is|are|was|were|do|does|did|have|has|had|wo|will|ca|can|could|would|should";
const HELPER = new RegExp(`^(?:${HELPERS})$`);
/** "isnt", and what is left of "isn't" before its "t". */
const JOINED = new RegExp(`^(?:(?:${HELPERS})nt|cannot)$`);
const CUT = new RegExp(`^(?:${HELPERS})n$`);

/** "isn't", "isnt", "is not" and "not" are one word: who writes a glossary says "not" once. */
export function joinNegations(words: string[]): Spoken[] {
  const spoken: Spoken[] = [];
  for (let from = 0; from < words.length;) {
    const [word = "", next] = words.slice(from, from + 2);
    const isTwo = (HELPER.test(word) && next === NOT) || (CUT.test(word) && next === "t");
    const length = isTwo ? 2 : 1;
    spoken.push({ word: isTwo || JOINED.test(word) ? NOT : word, from, length });
    from += length;
  }
  return spoken;
}
