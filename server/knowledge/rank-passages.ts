import type { KnowledgeArticle } from "#content/knowledge.ts";
import type { Tables } from "./fill-tables.ts";
import type { Passage } from "./split-passages.ts";

type Ranked = { passage: Passage; score: number };
type Store = {
  tables: Tables;
  passages: readonly Passage[];
  articles: readonly KnowledgeArticle[];
  /** For each passage the row of its article. */
  articleRowOf: readonly number[];
};
type Wanted = {
  match: string;
  phrases: string;
  topic?: string | undefined;
  integration?: string | undefined;
  articleId?: string | undefined;
};

const PASSAGES_AT_MOST = 300;
const ARTICLES_AT_MOST = 100;
/** How much of its article's score a passage gets. */
const SHARE_OF_ARTICLE = 0.5;
/** What passages of the open article get on top. */
const OPEN_ARTICLE = 0.25;

/** Every passage that matches, best first. Scores of one table are bm25 sums: they add up. */
export function rankPassages(store: Store, wanted: Wanted): Ranked[] {
  const { tables, passages, articles, articleRowOf } = store;
  const within = findRows(store, wanted);
  const ofPassages = addScores(
    tables.passageStems.rank(wanted.match, PASSAGES_AT_MOST, within.passages),
    tables.passageWords.rank(wanted.match, PASSAGES_AT_MOST, within.passages),
  );
  const ofArticles = addScores(
    tables.articleStems.rank(wanted.match, ARTICLES_AT_MOST, within.articles),
    tables.articleWords.rank(wanted.match, ARTICLES_AT_MOST, within.articles),
  );
  const bestWithin = new Map<number, number>();
  for (const [row, score] of ofPassages) {
    const article = articleRowOf[row] ?? -1;
    bestWithin.set(article, Math.max(score, bestWithin.get(article) ?? 0));
  }
  const ranked = [...ofPassages].flatMap(([row, score]) => {
    const passage = passages[row];
    const article = articleRowOf[row] ?? -1;
    const fused = (ofArticles.get(article) ?? 0) + (bestWithin.get(article) ?? 0);
    const open = articles[article]?.id === wanted.articleId ? 1 + OPEN_ARTICLE : 1;
    return passage ? [{ passage, score: (score + SHARE_OF_ARTICLE * fused) * open }] : [];
  });
  return ranked.toSorted((a, b) => b.score - a.score);
}

/** The rows that a filter and quotation marks leave; undefined where they leave all. */
function findRows({ tables, passages, articles, articleRowOf }: Store, { topic, integration, phrases }: Wanted) {
  const filtered = topic !== undefined || integration !== undefined;
  const fits = articles.map(
    (article) =>
      (topic === undefined || article.topic === topic) &&
      (integration === undefined || article.integrations.some((id) => id === integration)),
  );
  const quoted = phrases ? tables.passageWords.rank(phrases, passages.length) : null;
  const keepPassage = (row: number) => fits[articleRowOf[row] ?? -1] === true && (quoted?.has(row) ?? true);
  return {
    articles: filtered ? [...articles.keys()].filter((row) => fits[row]) : undefined,
    passages: filtered || quoted ? [...passages.keys()].filter(keepPassage) : undefined,
  };
}

function addScores(...lists: Map<number, number>[]): Map<number, number> {
  const sums = new Map<number, number>();
  for (const list of lists) for (const [row, score] of list) sums.set(row, (sums.get(row) ?? 0) + score);
  return sums;
}
