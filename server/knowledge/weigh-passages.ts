import type { PassageStems } from "./passage-stems.ts";
import { coverTerms, type Query } from "./parse-query.ts";
import type { Passage } from "./split-passages.ts";

/** `coverage` is the share of the question's telling words that the passage has, its headings included: 0 to 1. */
export type RankedPassage = { passage: Passage; score: number; coverage: number };

/** How much it counts that a passage itself has the words, not only the title of its article. */
const SHARE_OF_OWN = 0.4;
/** What a passage gets on top when all neighbouring words of the question stand together in it. */
const TOGETHER = 0.5;
/** What an article's beginning gets on top when the article's title is what was asked for. */
const BEGINNING = 0.15;

/** Looks at the best passages once more, at what the index does not see, and orders them anew. */
export function weighPassages(
  ranked: { passage: Passage; score: number }[],
  { terms, pairs }: Query,
  stemsOf: (passage: Passage) => PassageStems,
): RankedPassage[] {
  const weighed = ranked.map(({ passage, score }) => {
    const { all, own, title, line } = stemsOf(passage);
    const said = 1 - SHARE_OF_OWN + SHARE_OF_OWN * coverTerms(terms, own);
    const together = pairs.filter((pair) => line.includes(` ${pair} `)).length / Math.max(1, pairs.length);
    const beginning = isBeginning(passage) ? coverTerms(terms, title) : 0;
    const factor = said * (1 + TOGETHER * together) * (1 + BEGINNING * beginning);
    return { passage, score: score * factor, coverage: coverTerms(terms, all) };
  });
  return weighed.toSorted((a, b) => b.score - a.score);
}

const isBeginning = ({ section, blocks }: Passage) => section.id === "" && blocks[0] === section.blocks[0];
