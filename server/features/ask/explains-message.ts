import { covers, type Term } from "#server/knowledge/parse-query.ts";
import { lineOf, splitStems, splitWords } from "#server/knowledge/words.ts";
import type { RankedPassage } from "#server/knowledge/rank-passages.ts";
import { isEntryOf, isMessage, readCodes } from "./codes.ts";
import { quotableSentences } from "./quotable-sentences.ts";

/** How far passages say what a message means that is asked about: all that the question tells, what the message is, or nothing. */
type Explained = "whole" | "message" | null;

/**
 * A code is asked about in few words, and stands in several articles, which looks like little evidence; a message is pasted with
 * much around it. So a passage that has an entry for the code, or a heading that quotes the message, is evidence by itself.
 */
export function explainsMessage(question: string, terms: Term[], passages: RankedPassage[]): Explained {
  const codes = readCodes(question);
  const entries = codes.length === 0 ? [] : passages.flatMap((each) => readEntries(codes, each)); // reading what passages say takes its time
  if (entries.some((stems) => terms.every((term) => covers(term, stems)))) return "whole";
  const isNamed = (each: RankedPassage) => isQuoted(question, each) || namesCode(codes, each);
  return (entries.length > 0 && codes.some((code) => isMessage(code, question))) || passages.some(isNamed)
    ? "message"
    : null;
}

const headingsOf = ({ passage }: RankedPassage): string[] => [...passage.section.path, passage.heading];

const namesCode = (codes: string[], passage: RankedPassage): boolean =>
  codes.length > 0 &&
  headingsOf(passage)
    .flatMap(readCodes)
    .some((code) => codes.includes(code));

/** The stems of each entry for one of the codes, with those of the headings above it. */
function readEntries(codes: string[], each: RankedPassage): Set<string>[] {
  const above = [each.passage.article.title, ...headingsOf(each)].flatMap(splitStems);
  return quotableSentences(each.passage)
    .filter(({ text }) => codes.some((code) => isEntryOf(code, text)))
    .map(({ text }) => new Set([...above, ...splitStems(text)]));
}

/** Whether a heading above a passage quotes something, of two words at least, that the question has word for word. */
function isQuoted(question: string, passage: RankedPassage): boolean {
  const asked = lineOf(splitWords(question));
  const quotes = headingsOf(passage).flatMap((text) => text.match(/[“„"][^“”„"]+[”“"]/gu) ?? []);
  return quotes.map(splitWords).some((words) => words.length > 1 && asked.includes(lineOf(words)));
}
