import type { PassageStems } from "./passage-stems.ts";
import { coverTerms, type Query } from "./parse-query.ts";
import type { Passage } from "./split-passages.ts";

/** `coverage` is the share of the question's telling words that the passage has, its headings included: 0 to 1. */
export type RankedPassage = { passage: Passage; score: number; coverage: number };

/** How much it counts that a passage itself has the words, not only the title of its article. */
const SHARE_OF_OWN = 0.4;
/** What a passage gets on top when all neighbouring words of the question stand together in it. */
const TOGETHER = 0.5;
/** What it gets on top when its heading is what was asked for. */
const HEADED = 0.2;

/** Looks at the best passages once more, at what the index does not see, and orders them anew. */
export function weighPassages(
  ranked: { passage: Passage; score: number }[],
  { terms, pairs }: Query,
  stemsOf: (passage: Passage) => PassageStems,
): RankedPassage[] {
  const weighed = ranked.map(({ passage, score }) => {
    const { all, own, heading, line } = stemsOf(passage);
    const said = 1 - SHARE_OF_OWN + SHARE_OF_OWN * coverTerms(terms, own);
    const together = pairs.filter((pair) => line.includes(` ${pair} `)).length / Math.max(1, pairs.length);
    const headed = isContinued(passage) ? 0 : coverTerms(terms, heading);
    const factor = said * (1 + TOGETHER * together) * (1 + HEADED * headed);
    return { passage, score: score * factor, coverage: coverTerms(terms, all) };
  });
  return weighed.toSorted((a, b) => b.score - a.score);
}

/** A later part of a section: the heading speaks of what stands directly below it. */
const isContinued = ({ kind, section, blocks }: Passage) => kind === "prose" && blocks[0] !== section.blocks[0];
