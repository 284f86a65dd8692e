import { dropStopWords, splitWords } from "#server/knowledge/words.ts";
import { stem } from "#server/knowledge/stem.ts";
import type { SentenceEvent } from "./ask.schema.ts";
import { createFactTest, readFacts, type Fact } from "./read-facts.ts";
import { toPlainText } from "./plain-text.ts";
import type { NumberedSource } from "./sources.ts";

/** `moved`: the sentence was true, but of another source than it named. */
export type SentenceCheck =
  | { result: "supported" | "moved"; sentence: SentenceEvent }
  | { result: "withheld"; reason: "empty" | "fact" | "words" };

/** The share of a sentence's telling words that its source must have. */
const WORDS_SHARED = 0.5;

/** "2. Sign in": the number counts, it claims nothing. */
const STEP_NUMBER = /^(?:step )?\d{1,2}[.):]\s+/i;

/**
 * Holds a model's sentence against its sources before a reader sees it. A figure, date, address or quoted label that
 * stands in no cited source never passes; what is left must share half of its words with what it cites. A text check:
 * it makes unsupported paraphrase rare, not impossible.
 */
export function checkSentence(written: SentenceEvent, sources: NumberedSource[]): SentenceCheck {
  const text = toPlainText(written.text);
  if (splitWords(text).length === 0) return { result: "withheld", reason: "empty" };
  const cited = sources.filter(({ source }) => written.citations.includes(source.n));
  const sentence = (by: NumberedSource[]) => ({ text, citations: by.map(({ source }) => source.n) });
  const fault = findFault(text, cited);
  if (!fault) return { result: "supported", sentence: sentence(cited) };
  const other = sources
    .filter((source) => !findFault(text, [source]))
    .toSorted((a, b) => shareWords(text, [b]) - shareWords(text, [a]))[0];
  return other ? { result: "moved", sentence: sentence([other]) } : { result: "withheld", reason: fault };
}

function findFault(text: string, cited: NumberedSource[]): "fact" | "words" | null {
  const claim = text.replace(STEP_NUMBER, "");
  const read = cited.map(readSource);
  if (readFacts(claim).some((fact) => !read.some(({ holds }) => holds(fact)))) return "fact";
  return shareWords(text, cited) < WORDS_SHARED ? "words" : null;
}

function shareWords(text: string, cited: NumberedSource[]): number {
  const read = cited.map(readSource);
  const telling = [...new Set(dropStopWords(splitWords(text)).map(stem))];
  return telling.filter((each) => read.some(({ stems }) => stems.has(each))).length / telling.length;
}

type ReadSource = { stems: ReadonlySet<string>; holds: (fact: Fact) => boolean };
/** A source is read once, however many sentences are held against it. */
const readSources = new WeakMap<NumberedSource, ReadSource>();

function readSource(source: NumberedSource): ReadSource {
  const known = readSources.get(source);
  if (known) return known;
  const text = source.passages
    .flatMap(({ article, section, heading, text: words }) => [article.title, ...section.path, heading, words])
    .join("\n");
  const read = { stems: new Set(splitWords(text).map(stem)), holds: createFactTest(text) };
  readSources.set(source, read);
  return read;
}
