import { covers, type Term } from "#server/knowledge/parse-query.ts";
import { stemsOf } from "#server/knowledge/words.ts";
import { MARK_END, MARK_START } from "./search.values.ts";

/** Characters. */
const LENGTH = 170;

/** The part of a text with most of the terms, whole words, matches between \u0002 and \u0003. */
export function makeExcerpt(text: string, terms: Term[]): string {
  const words = [...text.replace(/\p{Cc}/gu, " ").matchAll(/\S+/g)].map((match) => ({
    word: match[0],
    at: match.index,
    hit: isHit(match[0], terms),
  }));
  const endOf = (from: number) => {
    const start = words[from]?.at ?? 0;
    const next = words.findIndex(({ word, at }, index) => index > from && at + word.length - start > LENGTH);
    return next < 0 ? words.length : next;
  };
  const hitsFrom = (from: number) => words.slice(from, endOf(from)).filter(({ hit }) => hit).length;
  const starts = words.flatMap(({ hit }, index) => (hit ? [Math.max(0, index - 3)] : []));
  const from = starts.toSorted((a, b) => hitsFrom(b) - hitsFrom(a) || a - b)[0] ?? 0;
  const to = endOf(from);
  const shown = words.slice(from, to).map(({ word, hit }) => (hit ? markHits(word, terms) : word));
  return `${from > 0 ? "… " : ""}${shown.join(" ")}${to < words.length ? " …" : ""}`;
}

/** Without the signs around: “lead” and lead, are marked alike. */
const markHits = (word: string, terms: Term[]): string =>
  word.replace(/[\p{L}\p{M}\p{N}]+(?:\.\p{N}+)*/gu, (part) =>
    isHit(part, terms) ? MARK_START + part + MARK_END : part,
  );

function isHit(text: string, terms: Term[]): boolean {
  const stems = stemsOf(text);
  return terms.some(
    (term) => covers(term, stems) || term.means.some((meaning) => meaning.some((each) => stems.has(each))),
  );
}
