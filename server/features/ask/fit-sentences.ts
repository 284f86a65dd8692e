import type { Quotable } from "./quotable-sentences.ts";
import { splitWords } from "#server/knowledge/words.ts";
import { readCodes } from "./codes.ts";

/** "HubSpot: …" */
const LABEL = /^([^:.!?]{2,40}):\s/;

/** An entry of a list has its code in so many of its first characters. */
const ENTRY = 45;

/**
 * Where a code is asked about and an article has an entry for it, the rest of that article is about other codes; and where
 * what is asked about is a label of some, those under the other labels of their section are about something else.
 */
export function fitSentences<T extends Quotable>(question: string, sentences: T[]): T[] {
  const codes = readCodes(question);
  const isEntry = ({ text }: Quotable) => readCodes(text.slice(0, ENTRY)).some((code) => codes.includes(code));
  const listing = new Set(codes.length > 0 ? sentences.filter(isEntry).map(({ passage }) => passage.article) : []);
  const fitting = sentences.filter((each) => !listing.has(each.passage.article) || isEntry(each));
  return dropOtherLabels(question, fitting);
}

function dropOtherLabels<T extends Quotable>(question: string, sentences: T[]): T[] {
  const asked = ` ${splitWords(question).join(" ")} `;
  const isAsked = (label: string) => asked.includes(` ${splitWords(label).join(" ")} `);
  const labelOf = ({ text }: Quotable) => LABEL.exec(text)?.[1];
  const named = new Set(
    sentences.filter((each) => isAsked(labelOf(each) ?? ":")).map(({ passage }) => passage.section),
  );
  return sentences.filter((each) => {
    const label = labelOf(each);
    return label === undefined || !named.has(each.passage.section) || isAsked(label);
  });
}
