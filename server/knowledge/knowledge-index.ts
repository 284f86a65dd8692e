import Database from "better-sqlite3";
import type { Knowledge, KnowledgeArticle } from "#content/knowledge.ts";
import { fillTables } from "./fill-tables.ts";
import { createTranslator } from "./glossary.ts";
import { coverTerms, parseQuery, type Term } from "./parse-query.ts";
import { rankPassages } from "./rank-passages.ts";
import { splitPassages, type Passage } from "./split-passages.ts";
import { createVocabulary } from "./vocabulary.ts";
import { splitStems } from "./words.ts";

export type SearchOptions = {
  topic?: string | undefined;
  integration?: string | undefined;
  /** The article that the reader has open: its passages count for more. */
  articleId?: string | undefined;
  /** False: words in quotation marks are words like others. */
  exactQuotes?: boolean;
  limit?: number;
};

/** `coverage` is the share of the question's telling words that the passage has, its headings included: 0 to 1. */
export type RankedPassage = { passage: Passage; score: number; coverage: number };

export type Found = { terms: Term[]; corrected: string | null; passages: RankedPassage[] };

/** Everything the articles of one build say, searchable. Lives in memory; one a build. */
export type KnowledgeIndex = {
  articles: ReadonlyMap<string, KnowledgeArticle>;
  passages: readonly Passage[];
  /** The best passages for a question or search, best first; passages of better articles first where they say the same. */
  search(text: string, options?: SearchOptions): Found;
  /** The stems of a passage with its title and headings. */
  stemsOf(passage: Passage): ReadonlySet<string>;
  close(): void;
};

export function createKnowledge(knowledge: Knowledge): KnowledgeIndex {
  const db = new Database(":memory:");
  const { articles } = knowledge;
  const passages = articles.flatMap(splitPassages);
  const tables = fillTables(db, articles, passages);
  const translator = createTranslator(knowledge.glossary);
  const stems = tables.passageStems.countTerms();
  const words = tables.passageWords.countTerms();
  const vocabulary = createVocabulary({ passages: passages.length, stems, words });
  const rows = new Map(articles.map((article, row) => [article, row]));
  const store = { tables, passages, articles, articleRowOf: passages.map(({ article }) => rows.get(article) ?? -1) };
  const known = new Map<Passage, ReadonlySet<string>>();

  const stemsOf = (passage: Passage) => {
    const found =
      known.get(passage) ?? new Set(splitStems([...passage.section.path, passage.heading, passage.text].join(" ")));
    known.set(passage, found);
    return found;
  };

  return {
    articles: new Map(articles.map((article) => [article.id, article])),
    passages,
    stemsOf,
    search(text, { limit = 20, exactQuotes = true, articleId, ...filter } = {}) {
      const { terms, match, phrases, corrected } = parseQuery(text, vocabulary, translator);
      const ranked = rankPassages(store, { match, phrases: exactQuotes ? phrases : "", articleId, ...filter });
      const best = ranked
        .slice(0, limit)
        .map(({ passage, score }) => ({ passage, score, coverage: coverTerms(terms, stemsOf(passage)) }));
      return { terms, corrected, passages: best };
    },
    close: () => void db.close(),
  };
}
