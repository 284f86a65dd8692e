import type { Corpus } from "./corpus.ts";
import { keyOf, PARTICLES } from "./german-forms.ts";
import { stem } from "./stem.ts";
import { isStopWord } from "./words.ts";

/** Other shapes in which the articles have a word, in languages whose words have many. */
export type WordForms = {
  /**
   * What the articles write for a word, each as the words that it needs: forms of it, words that end with it, the parts
   * of a verb that stand apart ("nimmt … an") and of a compound.
   */
  formsOf(word: string): string[][];
};

const NONE: WordForms = { formsOf: () => [] };

/** Letters. A shorter part is as often an ending. */
const SHORTEST = 4;
/** What may stand between the parts of a compound. */
const LINKS = ["", "s", "n", "en", "es"];
/** So many forms of a word are looked for, the commonest first, and of each part of a compound. */
const AT_MOST = 12;
const OF_PART = 3;
const LETTERS = /^\p{L}+$/u;

/** German alone: its words are bent and joined in more ways than `stem` can tell. */
export function createWordForms(corpus: Corpus): WordForms {
  if (!corpus.languages.has("de")) return NONE;
  const families = groupWords(corpus);
  const familyOf = (word: string) => families.get(keyOf(word)) ?? [];
  const isKnown = (word: string) => !isStopWord(word) && familyOf(word).length > 0;

  function takeApart(word: string): string[][] {
    const key = keyOf(word);
    const particle = PARTICLES.find((each) => key.startsWith(each)) ?? "";
    const verb = key.slice(particle.length);
    if (!particle || verb.length < SHORTEST) return [];
    return (families.get(verb) ?? []).filter((each) => !isStopWord(each)).map((each) => [each, particle]);
  }
  function splitUp(word: string): string[][] {
    const [firsts = [], heads = []] = (splitCompound(word, isKnown) ?? []).map(familyOf);
    return firsts.slice(0, OF_PART).flatMap((first) => heads.slice(0, OF_PART).map((head) => [first, head]));
  }
  return {
    formsOf(word) {
      if (word.length < SHORTEST || !LETTERS.test(word)) return [];
      const family = familyOf(word).filter((each) => each !== word);
      const apart = family.length > 0 ? takeApart(word) : [...takeApart(word), ...splitUp(word)];
      return [...family.map((each) => [each]), ...apart].slice(0, AT_MOST);
    },
  };
}

/** Every word under its key, and under that of the word that it ends with: the commonest first, each stem once. */
function groupWords({ ids, passagesWith }: Corpus): Map<string, string[]> {
  const known = ids.words().filter((word) => LETTERS.test(word));
  const families = Map.groupBy(known, keyOf);
  const isKnown = (part: string) => !isStopWord(part) && families.has(keyOf(part));
  for (const word of known) {
    const head = splitCompound(word, isKnown)?.[1];
    if (head !== undefined) families.get(keyOf(head))?.push(word);
  }
  const often = (word: string) => passagesWith[ids.stemIdOf(stem(word)) ?? -1] ?? 0;
  for (const [key, family] of families) {
    const byStem = new Map(family.map((word) => [stem(word), word]));
    families.set(
      key,
      [...byStem.values()].toSorted((a, b) => often(b) - often(a)),
    );
  }
  return families;
}

/** With the longest word at its end. */
function splitCompound(word: string, isKnown: (part: string) => boolean): [string, string] | null {
  for (let at = SHORTEST; at <= word.length - SHORTEST; at++) {
    const [first, head] = [word.slice(0, at), word.slice(at)];
    if (!isKnown(head)) continue;
    const link = LINKS.find((each) => first.endsWith(each) && isKnown(first.slice(0, first.length - each.length)));
    if (link !== undefined) return [first.slice(0, first.length - link.length), head];
  }
  return null;
}
