/** What the planters of each kind share. */
export const PLANT_KINDS = [
  "figure",
  "date",
  "name",
  "label",
  "address",
  "code",
  "negation",
  "added step",
  "invented feature",
  "false answer",
] as const;
export type PlantKind = (typeof PLANT_KINDS)[number];

export type Target = {
  /** A true sentence. */
  text: string;
  /** Everything that it cites. */
  support: string;
  /** Sentences of other documents, for names and claims that are not of this one. */
  elsewhere: string[];
  /** Numbers from 0 to 1. */
  random: () => number;
};
/** `rule` says which change it was, for a table by rule. */
export type Planted = { kind: PlantKind; rule: string; text: string };
export type Planter = (target: Target) => Planted[];

export function pick<T>(items: readonly T[], random: () => number): T | undefined {
  return items[Math.floor(random() * items.length)];
}

/** True when `text` has `word` as a whole word, whatever its case. */
export function hasWord(text: string, word: string): boolean {
  const all = text.toLowerCase();
  const one = word.toLowerCase();
  const inWord = (sign: string | undefined) => sign !== undefined && /[a-z0-9]/.test(sign);
  for (let at = all.indexOf(one); at >= 0; at = all.indexOf(one, at + 1)) {
    if (!inWord(all[at - 1]) && !inWord(all[at + one.length])) return true;
  }
  return false;
}

export const replaceAt = (text: string, at: number, length: number, by: string): string =>
  text.slice(0, at) + by + text.slice(at + length);
