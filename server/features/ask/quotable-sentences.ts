import { keepRecent } from "#server/core/keep-recent.ts";
import { textOfBlock, type Passage } from "#server/knowledge/split-passages.ts";
import { dropStopWords, lineOf, splitWords } from "#server/knowledge/words.ts";
import { stem } from "#server/knowledge/stem.ts";
import { splitQuotes } from "./split-quotes.ts";

/** A sentence that can be quoted by itself, word for word. */
export type Quotable = {
  passage: Passage;
  text: string;
  /** Where it begins in its article: in which section, and after how many characters of it. */
  place: { section: number; from: number };
  words: ReadonlySet<string>;
  stems: ReadonlySet<string>;
  /** Of these the stems of words that tell something. */
  telling: ReadonlySet<string>;
  /** Its stems in their order, with a space around each. */
  line: string;
};

/** Passages whose sentences are kept. Many questions find the same passages. */
const KEPT = 1000;

/** The sentences of a passage's prose, in their order. */
export const quotableSentences = keepRecent(readSentences, KEPT);

function readSentences(passage: Passage): Quotable[] {
  const { article, section } = passage;
  const sectionText = section.blocks.map(textOfBlock).join(" ");
  const begins = Math.max(0, sectionText.indexOf(passage.text));
  const number = article.sections.indexOf(section);
  let end = 0;
  return splitQuotes(passage).map((text) => {
    const from = Math.max(end, passage.text.indexOf(text, end));
    end = from + text.length;
    const words = splitWords(text);
    const stems = words.map(stem);
    return {
      passage,
      text,
      place: { section: number, from: begins + from },
      words: new Set(words),
      stems: new Set(stems),
      telling: new Set(dropStopWords(words).map(stem)),
      line: lineOf(stems),
    };
  });
}
