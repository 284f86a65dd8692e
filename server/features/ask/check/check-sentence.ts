import { splitWords } from "#server/knowledge/words.ts";
import type { SentenceEvent } from "../ask.schema.ts";
import type { NumberedSource } from "../sources.ts";
import { checkAddresses, findStrangeAddress } from "./check-addresses.ts";
import { checkAddressPairs } from "./check-address-pairs.ts";
import { checkCodes } from "./check-codes.ts";
import { checkDates } from "./check-dates.ts";
import { checkLabels } from "./check-labels.ts";
import { checkNames } from "./check-names.ts";
import { checkLimits } from "./check-limits.ts";
import { checkNumbers } from "./check-numbers.ts";
import { checkOpposites } from "./check-opposites.ts";
import { checkOwners } from "./check-owners.ts";
import { checkPairs } from "./check-pairs.ts";
import { checkPolarity } from "./check-polarity.ts";
import { checkRates } from "./check-rates.ts";
import { checkSwaps } from "./check-swaps.ts";
import { checkWords, countFound } from "./check-words.ts";
import { readClaim, readSentence, type Claim } from "./claim.ts";
import { dropAnswer } from "./drop-answer.ts";
import { readEvidence, type Evidence } from "./evidence.ts";
import type { Fault, Rule } from "./fault.ts";
import { narrowTo } from "./owners.ts";
import { toPlainText } from "./plain-text.ts";
import { ENGLISH } from "./tongues/english/english.ts";
import { tongueOf } from "./tongues/tongue-of.ts";
import type { Tongue } from "./tongues/tongue.ts";

/** `moved`: the sentence was true, but of another source than it named. */
export type SentenceCheck =
  | { result: "supported" | "moved"; sentence: SentenceEvent }
  | ({ result: "withheld" } & Fault);

/**
 * Holds a model's sentence against its sources before a reader sees it, rule by rule; each rule's file says what it
 * asks. A text check: it makes unsupported paraphrase rare, not impossible.
 */
export function checkSentence(written: SentenceEvent, sources: NumberedSource[]): SentenceCheck {
  const text = readText(written, sources);
  if (text === "") return { result: "withheld", reason: "empty", what: "" };
  if (written.citations.length === 0) return { result: "withheld", reason: "no_citation", what: "" };
  const isNamed = (word: string) => sources.some((source) => readEvidence([source]).names.has(word));
  const claimFor = readOnce(text);
  const find = (by: NumberedSource[]) => findFault(claimFor(by[0]), readEvidence(by), isNamed);
  const sentence = (by: NumberedSource[]) => ({ text, citations: by.map(({ source }) => source.n) });

  const cited = sources.filter(({ source }) => written.citations.includes(source.n));
  const fault = find(cited);
  if (!fault) return { result: "supported", sentence: sentence(cited) };
  const other = findNearest(claimFor, sources).find((source) => !cited.includes(source) && !find([source]));
  return other ? { result: "moved", sentence: sentence([other]) } : { result: "withheld", ...fault };
}

/** What a reader would see of it: a yes or no only where a source says that very sentence. "" where nothing is said. */
function readText({ text: written }: SentenceEvent, sources: NumberedSource[]): string {
  const whole = toPlainText(written);
  const text = dropAnswer(whole);
  if (splitWords(text).length === 0) return "";
  if (text === whole) return whole;
  if (sources.some((source) => readEvidence([source]).sentences.has(readSentence(whole)))) return whole;
  // "yes, it does"
  return readOnce(text)(sources[0]).telling === 0 ? "" : text;
}

type ClaimFor = (source: NumberedSource | undefined) => Claim;

/** The sentence as it is read in the language of a source. */
function readOnce(text: string): ClaimFor {
  const read = new Map<Tongue, Claim>();
  return (source) => {
    const tongue = source ? tongueOf(source) : ENGLISH;
    const claim = read.get(tongue) ?? readClaim(text, tongue);
    read.set(tongue, claim);
    return claim;
  };
}

/** Sources that have half of the sentence's telling words, those first that have most. */
function findNearest(claimFor: ClaimFor, sources: NumberedSource[]): NumberedSource[] {
  const near = sources.map((source) => ({
    source,
    shared: countFound(claimFor(source), readEvidence([source])),
  }));
  const enough = near.filter(({ source, shared }) => shared * 2 >= claimFor(source).telling);
  return enough.toSorted((a, b) => b.shared - a.shared).map(({ source }) => source);
}

/** What a slip in costs most comes first: it is the reason that the desk reads. */
const RULES: Rule[] = [checkAddresses, checkCodes, checkLabels, checkDates, checkNumbers, checkLimits, checkRates];

function findFault(claim: Claim, whole: Evidence, isNamed: (word: string) => boolean): Fault | null {
  if (whole.sentences.has(claim.text) && findStrangeAddress(claim, whole) === undefined) return null;
  const evidence = narrowTo(claim, whole);
  for (const rule of RULES) {
    const fault = rule(claim, evidence);
    if (fault) return fault;
  }
  return (
    checkNames(claim, evidence, isNamed) ??
    checkAddressPairs(claim, evidence) ??
    checkPairs(claim, evidence) ??
    checkOpposites(claim, evidence) ??
    checkPolarity(claim, evidence) ??
    checkWords(claim, evidence) ??
    checkOwners(claim, evidence, whole) ??
    checkSwaps(claim, evidence)
  );
}
