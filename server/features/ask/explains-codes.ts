import { covers, type Term } from "#server/knowledge/parse-query.ts";
import { splitStems } from "#server/knowledge/words.ts";
import type { RankedPassage } from "#server/knowledge/rank-passages.ts";
import { isEntryOf, readCodes } from "./codes.ts";
import { quotableSentences } from "./quotable-sentences.ts";

/**
 * Whether a passage has an entry for a code that is asked about, which says with the headings above it all that the question
 * tells. A code is asked about in few words, and stands in several articles, which looks like little evidence.
 */
export function explainsCodes(question: string, terms: Term[], passages: RankedPassage[]): boolean {
  const codes = readCodes(question);
  if (codes.length === 0) return false; // reading what passages say takes its time
  return passages.some(({ passage }) => {
    const above = [passage.article.title, ...passage.section.path, passage.heading].flatMap(splitStems);
    const says = (text: string) => {
      const stems = new Set([...above, ...splitStems(text)]);
      return terms.every((term) => covers(term, stems));
    };
    return quotableSentences(passage).some(({ text }) => codes.some((code) => isEntryOf(code, text)) && says(text));
  });
}
