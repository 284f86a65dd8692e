import { splitWords } from "#server/knowledge/words.ts";
import type { SentenceEvent } from "../ask.schema.ts";
import type { NumberedSource } from "../sources.ts";
import { checkAddresses } from "./check-addresses.ts";
import { checkCodes } from "./check-codes.ts";
import { checkDates } from "./check-dates.ts";
import { checkLabels } from "./check-labels.ts";
import { checkNames } from "./check-names.ts";
import { checkNumbers } from "./check-numbers.ts";
import { checkOpposites } from "./check-opposites.ts";
import { checkPolarity } from "./check-polarity.ts";
import { checkSwaps } from "./check-swaps.ts";
import { checkWords, countShared } from "./check-words.ts";
import { readClaim, type Claim } from "./claim.ts";
import { readEvidence, type Evidence } from "./evidence.ts";
import type { Fault, Rule } from "./fault.ts";
import { toPlainText } from "./plain-text.ts";

/** `moved`: the sentence was true, but of another source than it named. */
export type SentenceCheck =
  | { result: "supported" | "moved"; sentence: SentenceEvent }
  | ({ result: "withheld" } & Fault);

/**
 * Holds a model's sentence against its sources before a reader sees it, rule by rule; each rule's file says what it
 * asks. A text check: it makes unsupported paraphrase rare, not impossible.
 */
export function checkSentence(written: SentenceEvent, sources: NumberedSource[]): SentenceCheck {
  const text = toPlainText(written.text);
  if (splitWords(text).length === 0) return { result: "withheld", reason: "empty", what: "" };
  if (written.citations.length === 0) return { result: "withheld", reason: "no_citation", what: "" };
  const claim = readClaim(text);
  const isNamed = (word: string) => sources.some((source) => readEvidence([source]).names.has(word));
  const find = (by: NumberedSource[]) => findFault(claim, readEvidence(by), isNamed);
  const sentence = (by: NumberedSource[]) => ({ text, citations: by.map(({ source }) => source.n) });

  const cited = sources.filter(({ source }) => written.citations.includes(source.n));
  const fault = find(cited);
  if (!fault) return { result: "supported", sentence: sentence(cited) };
  const other = findNearest(claim, sources).find((source) => !cited.includes(source) && !find([source]));
  return other ? { result: "moved", sentence: sentence([other]) } : { result: "withheld", ...fault };
}

/** Sources that have half of the sentence's telling words, those first that have most. */
function findNearest(claim: Claim, sources: NumberedSource[]): NumberedSource[] {
  const near = sources.map((source) => ({ source, shared: countShared(claim, readEvidence([source])) }));
  const enough = near.filter(({ shared }) => shared * 2 >= claim.telling);
  return enough.toSorted((a, b) => b.shared - a.shared).map(({ source }) => source);
}

/** What a slip in costs most comes first: it is the reason that the desk reads. */
const RULES: Rule[] = [checkAddresses, checkCodes, checkLabels, checkDates, checkNumbers];

function findFault(claim: Claim, evidence: Evidence, isNamed: (word: string) => boolean): Fault | null {
  if (evidence.sentences.has(claim.text)) return null;
  for (const rule of RULES) {
    const fault = rule(claim, evidence);
    if (fault) return fault;
  }
  return (
    checkNames(claim, evidence, isNamed) ??
    checkOpposites(claim, evidence) ??
    checkPolarity(claim, evidence) ??
    checkWords(claim, evidence) ??
    checkSwaps(claim, evidence)
  );
}
