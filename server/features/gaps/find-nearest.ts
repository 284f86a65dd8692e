import { cutText } from "#server/core/cut-text.ts";
import { dropOverlaps } from "#server/knowledge/drop-overlaps.ts";
import type { KnowledgeIndex } from "#server/knowledge/knowledge-index.ts";
import { coverTerms } from "#server/knowledge/parse-query.ts";
import { stemsOfPassage } from "#server/knowledge/passage-stems.ts";
import type { NearPassage } from "./gaps.schema.ts";

/** So many phrases say what a gap is about. */
const PHRASES = 5;
const PASSAGES = 5;
/** Who has less of what was asked is not near, but the best of the rest. */
const NEAR = 1 / 3;
const CHARACTERS = 400;

/** What the articles have that is nearest to a gap's phrases, the nearest first. */
export function findNearest(knowledge: KnowledgeIndex, phrases: string[]): NearPassage[] {
  const found = phrases.slice(0, PHRASES).flatMap((text) => {
    const { terms, passages } = knowledge.search(text, { limit: PASSAGES, exactQuotes: false });
    const measured = passages.map(({ passage }) => ({ passage, near: coverTerms(terms, stemsOfPassage(passage)) }));
    return measured.filter(({ near }) => near >= NEAR);
  });
  const nearest = dropOverlaps(found.toSorted((a, b) => b.near - a.near)).slice(0, PASSAGES);
  return nearest.map(({ passage: { article, anchor, heading, text }, near }) => ({
    title: heading && heading !== article.title ? `${article.title} › ${heading}` : article.title,
    url: anchor ? `${article.url}#${encodeURIComponent(anchor)}` : article.url,
    text: cutText(text, CHARACTERS),
    near,
  }));
}
