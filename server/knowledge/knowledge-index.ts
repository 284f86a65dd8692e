import Database from "better-sqlite3";
import type { Knowledge, KnowledgeArticle } from "#content/knowledge.ts";
import { fillTables } from "./fill-tables.ts";
import { createTranslator } from "./glossary.ts";
import { parseQuery, type Term } from "./parse-query.ts";
import { createPassageStems, type PassageStems } from "./passage-stems.ts";
import { rankPassages } from "./rank-passages.ts";
import { splitPassages, type Passage } from "./split-passages.ts";
import { createVocabulary } from "./vocabulary.ts";
import { weighPassages, type RankedPassage } from "./weigh-passages.ts";

export type SearchOptions = {
  topic?: string | undefined;
  integration?: string | undefined;
  /** The article that the reader has open: its passages count for more. */
  articleId?: string | undefined;
  /** False: words in quotation marks are words like others. */
  exactQuotes?: boolean;
  limit?: number;
};

export type Found = { terms: Term[]; corrected: string | null; passages: RankedPassage[] };

/** Everything the articles of one build say, searchable. Lives in memory; one a build. */
export type KnowledgeIndex = {
  articles: ReadonlyMap<string, KnowledgeArticle>;
  passages: readonly Passage[];
  /** The best passages for a question or search, best first; passages of better articles first where they say the same. */
  search(text: string, options?: SearchOptions): Found;
  stemsOf(passage: Passage): PassageStems;
  close(): void;
};

/** So many of the best are looked at a second time. */
const WEIGHED = 80;

export function createKnowledge(knowledge: Knowledge): KnowledgeIndex {
  const db = new Database(":memory:");
  const { articles } = knowledge;
  const passages = articles.flatMap(splitPassages);
  const tables = fillTables(db, articles, passages);
  const translator = createTranslator(knowledge.glossary);
  const stems = tables.passageStems.countTerms();
  const words = new Map([...translator.words.map((word) => [word, 0] as const), ...tables.passageWords.countTerms()]);
  const vocabulary = createVocabulary({ passages: passages.length, stems, words });
  const rows = new Map(articles.map((article, row) => [article, row]));
  const store = { tables, passages, articles, articleRowOf: passages.map(({ article }) => rows.get(article) ?? -1) };
  const stemsOf = createPassageStems();

  return {
    articles: new Map(articles.map((article) => [article.id, article])),
    passages,
    stemsOf,
    search(text, { limit = 20, exactQuotes = true, articleId, ...filter } = {}) {
      const query = parseQuery(text, vocabulary, translator);
      const { terms, match, corrected } = query;
      const ranked = rankPassages(store, { match, phrases: exactQuotes ? query.phrases : "", articleId, ...filter });
      return { terms, corrected, passages: weighPassages(ranked.slice(0, WEIGHED), query, stemsOf).slice(0, limit) };
    },
    close: () => void db.close(),
  };
}
