import { baseOf, type Corpus } from "./corpus.ts";
import type { MeasuredArticle, PassageFeatures } from "./measure-passages.ts";
import { RANKER_WEIGHTS } from "./ranker-weights.ts";
import type { Passage } from "./split-passages.ts";

export type RankedPassage = { passage: Passage; score: number; features: PassageFeatures };

/** What the reader has before them. */
export type Reading = {
  articleId?: string | undefined;
  section?: string | undefined;
  /** The languages that they read, the most wanted first. */
  languages?: readonly string[] | undefined;
};

/** What passages of the open article get on top, and what those of the section that is being read. */
const OPEN_ARTICLE = 1.25;
const OPEN_SECTION = 1.05;

/** What passages in the reader's language get on top, where there are articles in others too. */
const OWN_LANGUAGE = 1.25;

/** What the passage nearest by meaning gets on top; a passage that has most words of a question scores about 2. */
const NEAREST = 1;

/** Every passage of the articles that were looked at, best first: what its article scores and what it scores itself. */
export function rankPassages(
  corpus: Corpus,
  measured: MeasuredArticle[],
  { articleId, section = "", languages = [], nearness }: Reading & { nearness?: Float32Array | undefined },
): RankedPassage[] {
  const own = chooseLanguage(corpus, articleId, languages);
  const ranked = measured.flatMap(({ row, features: ofArticle, passages }) => {
    const shared = weigh(ofArticle, RANKER_WEIGHTS.article);
    const article = corpus.articles[row];
    const isOpen = article?.id === articleId;
    const isOwn = own !== null && article !== undefined && baseOf(article.language) === own;
    return passages.flatMap(({ row: at, features }) => {
      const passage = corpus.passages[at];
      const near = nearness?.[at] ?? 0;
      if (!passage || (features.cover === 0 && near === 0)) return [];
      const isRead = isOpen && [passage.anchor, passage.section.id].includes(section);
      const open = (isOpen ? OPEN_ARTICLE : 1) * (isRead ? OPEN_SECTION : 1) * (isOwn ? OWN_LANGUAGE : 1);
      const score = (shared + weigh(features, RANKER_WEIGHTS.passage) + NEAREST * near) * open;
      return [{ passage, score, features }];
    });
  });
  return ranked.toSorted((a, b) => b.score - a.score);
}

/** The page's language, or else the first that the reader wants and an article has; null where all are in one. */
function chooseLanguage({ articles, languages }: Corpus, articleId: string | undefined, wanted: readonly string[]) {
  if (languages.size < 2) return null;
  const page = articles.find(({ id }) => id === articleId);
  return [...(page ? [page.language] : []), ...wanted].map(baseOf).find((language) => languages.has(language)) ?? null;
}

function weigh<T extends Record<string, number>>(features: T, weights: Partial<T>): number {
  let score = 0;
  for (const name in weights) score += (weights[name] ?? 0) * (features[name] ?? 0);
  return score;
}
