import { areOpposite } from "./opposites.ts";
import type { ReadPhrase, Told } from "./read-phrase.ts";

/** A word and what the articles say for it are the same, but for this. */
const IN_OTHER_WORDS = 0.9;
/** What it costs where both phrases have something that the other one lacks: "max number of fields" is not "of campaigns". */
const EXCHANGED = 0.5;

/**
 * How much two phrases tell the same, up to 1: of the weight of both phrases' words the share that both have, less what is
 * exchanged for something else. 0 where they name different CRMs, ask where and how long, or are opposites.
 */
export function comparePhrases(a: ReadPhrase, b: ReadPhrase): number {
  if (!mayBeSame(a, b)) return 0;
  const all = sum(a.told.map(({ weight }) => weight)) + sum(b.told.map(({ weight }) => weight));
  if (all === 0) return 0;
  const [ofA, ofB] = [weighLeft(a, b), weighLeft(b, a)];
  return 1 - (ofA + ofB + 2 * EXCHANGED * Math.min(ofA, ofB)) / all;
}

/** No two phrases that name different CRMs, ask where and how long, or are opposites, however near they are. */
export const mayBeSame = (a: ReadPhrase, b: ReadPhrase): boolean =>
  !nameDifferent(a, b) && !askDifferent(a, b) && !areOpposite(a.turns, b.said);

const nameDifferent = (a: ReadPhrase, b: ReadPhrase): boolean =>
  a.named.length > 0 && b.named.length > 0 && a.named.join() !== b.named.join();

const askDifferent = (a: ReadPhrase, b: ReadPhrase): boolean =>
  a.asking !== null && b.asking !== null && a.asking !== b.asking;

/** What one phrase tells that the other does not. */
const weighLeft = ({ told }: ReadPhrase, other: ReadPhrase): number =>
  sum(told.map((word) => word.weight * (1 - findIn(word, other))));

/** Two words that the glossary explains by the same words of the articles are not the same: what they mean to each other is not known. */
function findIn({ forms, means }: Told, other: ReadPhrase): number {
  if (forms.some((form) => other.forms.has(form))) return 1;
  const isMeant = means.some((meaning) => meaning.every((stemmed) => other.forms.has(stemmed)));
  return isMeant || forms.some((form) => other.meant.has(form)) ? IN_OTHER_WORDS : 0;
}

const sum = (weights: number[]): number => weights.reduce((total, each) => total + each, 0);
