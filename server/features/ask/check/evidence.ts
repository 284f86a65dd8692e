import type { Passage } from "#server/knowledge/split-passages.ts";
import type { NumberedSource } from "../sources.ts";
import { indexTokens } from "./index-tokens.ts";
import { type Owner, readOwners } from "./owners.ts";
import { type ParagraphRead, readPassage } from "./read-passage.ts";
import type { Token } from "./read-tokens.ts";
import { tongueOf } from "./tongues/tongue-of.ts";
import type { Tongue } from "./tongues/tongue.ts";

/** What sources say, taken apart for looking up. */
export type Evidence = {
  tokens: Token[];
  /** Where each key stands. */
  at: ReadonlyMap<string, number[]>;
  /** Where words of one beginning stand. */
  families: ReadonlyMap<string, number[]>;
  /** Words as written, in lower case. */
  words: ReadonlyMap<string, number[]>;
  /** Two neighbouring words as one: "sign in" has "signin". */
  pairs: ReadonlyMap<string, number>;
  /** Words that are capitalised somewhere inside a sentence. */
  names: ReadonlySet<string>;
  /** What is left of them without such ends as "Canadian" has. */
  roots: ReadonlySet<string>;
  /** Addresses, codes and what else is written without spaces. */
  runs: ReadonlySet<string>;
  /** What has an address in it, as it is written. */
  addresses: ReadonlySet<string>;
  /** What runs have between "=", ":" and "/". */
  parts: ReadonlySet<string>;
  /** Sentences, word for word. */
  sentences: ReadonlySet<string>;
  /** All words in lower case, with a space at both ends. */
  line: string;
  /** Telling words around each place, once somebody asked. */
  around: ReadonlySet<string>[];
  /** Tokens sentence by sentence, and where each sentence is in that list. */
  bySentence: Token[][];
  sentenceAt: ReadonlyMap<number, number>;
  /** The paragraphs, and what they are about. */
  paragraphs: Paragraph[];
  owners: Owner[];
};

/** The tokens of a sentence, by its number. */
export const sentenceOf = ({ bySentence, sentenceAt }: Evidence, sentence: number | undefined): Token[] =>
  bySentence[sentenceAt.get(sentence ?? -1) ?? -1] ?? [];

/** What was read of a source, and of it together with the next. */
type Read = { evidence: Evidence; with: WeakMap<NumberedSource, Read> };
const firstRead = new WeakMap<NumberedSource, Read>();

/** Sources are read once, however many sentences are held against them. */
export function readEvidence(sources: NumberedSource[]): Evidence {
  let known = firstRead;
  let evidence: Evidence | null = null;
  for (const source of sources) {
    const read: Read = known.get(source) ?? readNext(evidence, source);
    known.set(source, read);
    known = read.with;
    evidence = read.evidence;
  }
  return evidence ?? indexTokens([]);
}

const readNext = (before: Evidence | null, source: NumberedSource): Read => ({
  evidence: before ? indexTokens([...before.paragraphs, ...readEvidence([source]).paragraphs]) : readSource(source),
  with: new WeakMap(),
});

/** A paragraph taken apart, and what it is about. */
export type Paragraph = ParagraphRead & { owners: Owner[] };

/** So many sources that were read last are kept: many ask about the same at once. */
const KEPT = 32;
const kept: { passages: Passage[]; tongue: Tongue; evidence: Evidence }[] = [];

function readSource(source: NumberedSource): Evidence {
  const { passages } = source;
  const tongue = tongueOf(source);
  const same = kept.find((each) => each.tongue === tongue && isSame(each.passages, passages));
  if (same) return same.evidence;
  // what several passages say is looked up once, as their article's title is
  const read = new Map(passages.flatMap((passage) => [...readPassage(passage, tongue)]));
  const owners = readOwners([...read.keys()]);
  const evidence = indexTokens([...read.values()].map((paragraph, at) => ({ ...paragraph, owners: owners[at] ?? [] })));
  kept.unshift({ passages, tongue, evidence });
  kept.length = Math.min(kept.length, KEPT);
  return evidence;
}

const isSame = (some: Passage[], others: Passage[]): boolean =>
  some.length === others.length && some.every((passage, at) => passage === others[at]);
