import { TOP } from "#content/questions.ts";
import type { Knowledge, KnowledgeArticle } from "#content/knowledge.ts";
import { addNearest } from "./add-nearest.ts";
import { createArticleIndex } from "./article-index.ts";
import { readCorpus, type Corpus } from "./corpus.ts";
import { createTranslator } from "./glossary.ts";
import { nameKnowledge } from "./knowledge-version.ts";
import { measureArticle, type MeasuredArticle } from "./measure-passages.ts";
import { parseQuery, type Query } from "./parse-query.ts";
import { findQuoted } from "./find-quoted.ts";
import { createSlots } from "./query-slots.ts";
import { rankPassages, type RankedPassage } from "./rank-passages.ts";
import type { Passage } from "./split-passages.ts";
import { stem } from "./stem.ts";
import { createVocabulary } from "./vocabulary.ts";
import { familyKey } from "./word-forms.ts";
import { splitWords, STOP_WORDS } from "./words.ts";

export type SearchOptions = {
  topic?: string | undefined;
  integration?: string | undefined;
  /** The article that the reader has open: its passages count for more. */
  articleId?: string | undefined;
  /** Anchor of the section there that they read. */
  section?: string | undefined;
  /** False: words in quotation marks are words like others. */
  exactQuotes?: boolean;
  /** The languages that the reader wants, the most wanted first. */
  languages?: readonly string[] | undefined;
  limit?: number;
  /** How near each passage's meaning is to the question's, by its row, 0 to 1. Not beside a filter, which it does not know. */
  nearness?: Float32Array | undefined;
};

export type Found = Pick<Query, "terms" | "exact" | "corrected"> & { passages: RankedPassage[] };

/** `section`: the anchor of a section, step or troubleshooting. */
export type Offered = { article: KnowledgeArticle; section: string };

/** Everything the articles of one build say, searchable. Lives in memory; one a build. */
export type KnowledgeIndex = {
  /** Names what they say, for records and caches. */
  version: string;
  articles: ReadonlyMap<string, KnowledgeArticle>;
  passages: readonly Passage[];
  /** The best passages for a question or search, best first; passages of better articles first where they say the same. */
  search(text: string, options?: SearchOptions): Found;
  /** A text's words as a search sees them: typing errors mended, customers' words beside the articles'. */
  read(text: string): Query;
  /** What an article names as the answer to a question that it offers. Null for any other question. */
  offered(question: string): Offered | null;
  /** What `search` sees of the articles that it looks at, for whoever fits its weights. */
  measure(text: string, options?: SearchOptions): { query: Query; measured: MeasuredArticle[] };
};

/** So many articles are looked at closely. */
const ARTICLES_AT_MOST = 40;
/** Who tells a long story is found by the most telling words of it: the index reads every article that has one of them. */
const TERMS_AT_MOST = 40;

export function createKnowledge(knowledge: Knowledge): KnowledgeIndex {
  const corpus = readCorpus(knowledge.articles);
  const index = createArticleIndex(corpus);
  const translator = createTranslator(knowledge.glossary, corpus.languages.has("de") ? familyKey : stem);
  const vocabulary = createVocabulary(corpus, [...translator.words, ...STOP_WORDS]);
  const offers = readOffers(knowledge.articles);

  function measure(text: string, { topic, integration, exactQuotes = true, nearness }: SearchOptions = {}) {
    const query = parseQuery(text, vocabulary, translator);
    const quoted = exactQuotes ? query.quoted : [];
    const telling = query.terms.toSorted((a, b) => b.weight - a.weight).slice(0, TERMS_AT_MOST);
    const stems = new Set(telling.flatMap(({ stem: own, means }) => [own, ...means.flat()]));
    const formOf = new Map(telling.flatMap(({ stem: own, forms }) => forms.map((form) => [form, own] as const)));
    const candidates = index.find([...stems], {
      formOf,

      limit: ARTICLES_AT_MOST,
      within: filterArticles(corpus, topic, integration),
      all: quoted.flat().map(stem),
    });
    const slots = createSlots(corpus, query);
    const look = (row: number, score = 0) => measureArticle(corpus, slots, row, score);
    const looked = candidates.map(({ row, score }) => look(row, score));
    const measured = quoted.length > 0 ? findQuoted(corpus, looked, quoted) : looked;
    return { query, measured: nearness ? addNearest(corpus, measured, nearness, look) : measured };
  }

  return {
    version: nameKnowledge(knowledge),
    articles: new Map(knowledge.articles.map((article) => [article.id, article])),
    passages: corpus.passages,
    offered: (question) => offers.get(nameQuestion(question)) ?? null,
    read: (text) => parseQuery(text, vocabulary, translator),
    measure,
    search(text, { limit = 20, ...options } = {}) {
      const { query, measured } = measure(text, options);
      const passages = rankPassages(corpus, measured, options).slice(0, limit);
      return { terms: query.terms, exact: query.exact, corrected: query.corrected, passages };
    },
  };
}

/** The rows that a filter leaves; undefined where there is none. */
function filterArticles({ articles }: Corpus, topic?: string, integration?: string): number[] | undefined {
  if (topic === undefined && integration === undefined) return undefined;
  const fits = (article: KnowledgeArticle) =>
    (topic === undefined || article.topic === topic) &&
    (integration === undefined || article.integrations.some((id) => id === integration));
  return [...articles.keys()].filter((row) => articles[row] && fits(articles[row]));
}

/** However it is spaced, and whatever signs stand in it. */
const nameQuestion = (text: string): string => splitWords(text).join(" ");

function readOffers(articles: KnowledgeArticle[]): Map<string, Offered> {
  const offered = articles.flatMap((article) =>
    (article.offers ?? []).map(({ ask, section }): [string, Offered] => [
      nameQuestion(ask),
      { article, section: section === TOP ? "" : section },
    ]),
  );
  return new Map(offered);
}
