import type { Quotable } from "./quotable-sentences.ts";
import { lineOf, splitWords } from "#server/knowledge/words.ts";
import { isEntryOf, readCodes } from "./codes.ts";

/** "HubSpot: …" */
const LABEL = /^([^:.!?]{2,40}):\s/;

/**
 * Leaves out what is about something else. Where the question names a code, and an article has an entry for it, only that
 * entry stays of the article: the rest is about other codes. Where the question names a label ("HubSpot: …"), the sentences
 * under other labels of that section go.
 */
export function fitSentences<T extends Quotable>(question: string, sentences: T[]): T[] {
  const codes = readCodes(question);
  const isEntry = ({ text }: Quotable) => codes.some((code) => isEntryOf(code, text));
  const listing = new Set(codes.length > 0 ? sentences.filter(isEntry).map(({ passage }) => passage.article) : []);
  const fitting = sentences.filter((each) => !listing.has(each.passage.article) || isEntry(each));
  return dropOtherLabels(question, fitting);
}

function dropOtherLabels<T extends Quotable>(question: string, sentences: T[]): T[] {
  const asked = lineOf(splitWords(question));
  const isAsked = (label: string) => asked.includes(lineOf(splitWords(label)));
  const labelOf = ({ text }: Quotable) => LABEL.exec(text)?.[1];
  const named = new Set(
    sentences.filter((each) => isAsked(labelOf(each) ?? ":")).map(({ passage }) => passage.section),
  );
  return sentences.filter((each) => {
    const label = labelOf(each);
    return label === undefined || !named.has(each.passage.section) || isAsked(label);
  });
}
