import type { Corpus } from "./corpus.ts";
import { addCounts, countHits, type Hits } from "./count-hits.ts";
import type { QuerySlots } from "./query-slots.ts";
import { cover, saturate } from "./weigh-terms.ts";

/** What is seen of an article when it is looked at closely. All are shares of what the question tells: 0 to 1, bm25 to about 2. */
export type ArticleFeatures = {
  /** bm25 of the index: stems of the whole article. */
  index: number;
  /** bm25 of the whole article's words as written. */
  written: number;
  /** How much of the title is words of the question. */
  titled: number;
};

/** The same of a passage, with the headings above it. */
export type PassageFeatures = {
  /** bm25 of stems, and of words as written. */
  stems: number;
  written: number;
  /** What it stands under: its own headings, or the article's title where it begins the article. */
  heading: number;
  /** Neighbours in the question that are neighbours here. */
  pairs: number;
  /** The share of the question's telling words that it has. */
  cover: number;
};

export type MeasuredPassage = { row: number; features: PassageFeatures };
/** `passages` are those that have words of the question. */
export type MeasuredArticle = { row: number; features: ArticleFeatures; passages: MeasuredPassage[] };

/** What a word counts in a title or heading, by what it counts in the text. */
const TITLE = 2;
const TITLE_OF_ARTICLE = 5;
const HEADING = 3;
/** How much a text's length matters: a passage is never much longer than others. */
const LENGTH_MATTERS = { article: 0.75, passage: 0.6 };

/** `score` is the index's bm25 of the article. */
export function measureArticle(corpus: Corpus, slots: QuerySlots, row: number, score: number): MeasuredArticle {
  const title = countHits(corpus, slots, corpus.titles, row);
  const [from, to] = [corpus.firstPassage[row] ?? 0, corpus.firstPassage[row + 1] ?? 0];
  const passages: MeasuredPassage[] = [];
  const written: [counts: number[], times: number][] = [[title.written, TITLE_OF_ARTICLE]];
  let words = 0;
  for (let passage = from; passage < to; passage++) {
    const text = countHits(corpus, slots, corpus.texts, passage);
    words += text.words;
    if (text.hits > 0) written.push([text.written, 1]);
    const features = measurePassage(corpus, slots, passage, { title, text });
    if (features) passages.push({ row: passage, features });
  }
  return {
    row,
    passages,
    features: {
      index: score / Math.max(1e-6, slots.weight),
      written: saturate(slots, addCounts(...written), words / corpus.meanArticle, LENGTH_MATTERS.article),
      titled: title.hits / Math.max(1, title.words),
    },
  };
}

/** Of a passage that has no word of the question. */
export const NO_WORDS: PassageFeatures = { stems: 0, written: 0, heading: 0, pairs: 0, cover: 0 };

type Counted = { title: Hits; text: Hits };

function measurePassage(
  corpus: Corpus,
  slots: QuerySlots,
  row: number,
  { title, text }: Counted,
): PassageFeatures | null {
  const heading = countHits(corpus, slots, corpus.headings, row);
  const begins = corpus.passages[row]?.section.id === "";
  if (text.hits + heading.hits + (begins ? title.hits : 0) === 0) return null;
  const length = (text.words + heading.words) / corpus.meanPassage;
  const stems = addCounts([text.stems, 1], [heading.stems, HEADING], [title.stems, TITLE]);
  const written = addCounts([text.written, 1], [heading.written, HEADING], [title.written, TITLE]);
  return {
    stems: saturate(slots, stems, length, LENGTH_MATTERS.passage),
    written: saturate(slots, written, length, LENGTH_MATTERS.passage),
    heading: cover(slots, begins ? addCounts([title.stems, 1], [heading.stems, 1]) : heading.stems),
    pairs: (text.pairs + heading.pairs) / Math.max(1, slots.pairCount),
    cover: cover(slots, stems),
  };
}
