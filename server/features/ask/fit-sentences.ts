import type { Quotable } from "./quotable-sentences.ts";
import { splitWords } from "#server/knowledge/words.ts";

/** What a program says, and people paste: INVALID_SESSION_ID, crm.objects.deals.read, 429. */
const CODE = /(?<![\w.])(?:[a-z\d]+(?:_[a-z\d]+)+|[a-z]+(?:\.[a-z]+){2,}|[45]\d\d)(?![\w])/gi;
/** "HubSpot: …" */
const LABEL = /^([^:.!?]{2,40}):\s/;

/** An entry of a list has its code in so many of its first characters. */
const ENTRY = 45;

/**
 * Where a code is asked about and a list has an entry for it, the others are about other codes; and where what is asked
 * about is a label of some, those under the other labels of their section are about something else.
 */
export function fitSentences<T extends Quotable>(question: string, sentences: T[]): T[] {
  const codes = readCodes(question);
  const entries = sentences.filter(({ text }) => readCodes(text.slice(0, ENTRY)).some((code) => codes.includes(code)));
  return dropOtherLabels(question, entries.length > 0 ? entries : sentences);
}

const readCodes = (text: string) => (text.match(CODE) ?? []).map((code) => code.toLowerCase());

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
