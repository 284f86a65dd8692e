import type { KnowledgeIndex } from "#server/knowledge/knowledge-index.ts";
import { splitSentences } from "#server/knowledge/sentences.ts";
import type { Passage } from "#server/knowledge/split-passages.ts";
import { type NumberedSource, sourceOf } from "../sources.ts";
import { checkAddresses } from "./check-addresses.ts";
import { checkDates } from "./check-dates.ts";
import { checkNumbers } from "./check-numbers.ts";
import { readClaim } from "./claim.ts";
import { readEvidence, type Evidence } from "./evidence.ts";
import type { Rule } from "./fault.ts";
import { ENGLISH } from "./tongues/english/english.ts";
import { tongueOf } from "./tongues/tongue-of.ts";
import type { Tongue } from "./tongues/tongue.ts";

/** An address, date or figure that the articles do not say. */
export type Unsaid = { kind: "address" | "date" | "number"; what: string };

/** Passages that a text, and each of its sentences, are held against: those nearest to it. */
const OF_TEXT = 40;
const OF_SENTENCE = 15;
const RULES: [Unsaid["kind"], Rule][] = [
  ["address", checkAddresses],
  ["date", checkDates],
  ["number", checkNumbers],
];

/** What people wrote by hand is theirs to word; its addresses, dates and figures must stand in an article that is near to it. */
export function findUnsaid(text: string, knowledge: KnowledgeIndex): Unsaid[] {
  const sentences = text.split("\n").flatMap(splitSentences);
  const near = (words: string, limit: number) =>
    knowledge.search(words, { exactQuotes: false, limit }).passages.map(({ passage }) => passage);
  const passages = new Set([near(text, OF_TEXT), ...sentences.map((each) => near(each, OF_SENTENCE))].flat());
  const [source] = toSources([...passages]);
  const evidence = readEvidence(source ? [source] : []);
  const tongue = source ? tongueOf(source) : ENGLISH;
  const found = sentences.flatMap((sentence) => findInSentence(sentence, evidence, tongue));
  return [...new Map(found.map((unsaid) => [`${unsaid.kind} ${unsaid.what}`, unsaid])).values()];
}

/** Of one kind, in one sentence: more nobody reads at once, and each takes the rules another look at all of it. */
const TOLD = 20;

/** Kind by kind; a rule tells the first that it finds, so what was told is taken away, and it is asked again. */
function findInSentence(sentence: string, evidence: Evidence, tongue: Tongue): Unsaid[] {
  return RULES.flatMap(([kind, rule]) => {
    const found: Unsaid[] = [];
    let rest = sentence;
    const judge = () => rule(readClaim(rest, tongue), evidence);
    for (let fault = judge(); fault && found.length < TOLD; fault = judge()) {
      const [written = ""] = fault.what.split(" ", 1);
      if (!rest.includes(written)) return [...found, { kind, what: fault.what }];
      found.push({ kind, what: kind === "number" ? asWritten(rest, fault.what) : written });
      rest = rest.replace(written, " ");
    }
    return found;
  });
}

/** "3 business days" for "3 day", which is how the rule tells a figure and its unit; a figure without one has the next word. */
function asWritten(sentence: string, told: string): string {
  const [figure = "", unit = ""] = told.split(" ");
  const after = sentence.slice(sentence.indexOf(figure) + figure.length);
  const words = Array.from(after.matchAll(/\s?[\p{L}%]+/gu), ([word]) => word).slice(0, 3);
  const last = words.findIndex((word) => unit !== "" && word.trim().toLowerCase().startsWith(unit));
  const spoken = /^\s?[\p{L}%]/u.test(after) ? words.slice(0, last + 1 || 1) : [];
  return figure + spoken.join("");
}

function toSources(passages: Passage[]): NumberedSource[] {
  const [first] = passages;
  return first ? [{ source: sourceOf(first, 1), passages }] : [];
}
