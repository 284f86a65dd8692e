import type { KnowledgeArticle } from "#content/knowledge.ts";
import { splitPassages, type Passage } from "./split-passages.ts";
import { createTokenStore, createWordIds, type TokenStore, type WordIds } from "./token-store.ts";
import { stem } from "./stem.ts";
import { splitStems, splitWords, wordsOf } from "./words.ts";

/** All articles of a build with their words as numbers. Rows of articles and of passages count from 0. */
export type Corpus = {
  articles: readonly KnowledgeArticle[];
  /** The languages they are in, without regions. */
  languages: ReadonlySet<string>;
  passages: readonly Passage[];
  /** The row of an article's first passage; `firstPassage[row + 1]` is where they end. */
  firstPassage: Int32Array;
  ids: WordIds;
  titles: TokenStore;
  /** Of each passage the headings above it, without the article's title. */
  headings: TokenStore;
  texts: TokenStore;
  /** For each stem the passages that have it, headings and title included. */
  passagesWith: Int32Array;
  /** Words in a passage and in an article, on average. */
  meanPassage: number;
  meanArticle: number;
};

export function readCorpus(articles: readonly KnowledgeArticle[]): Corpus {
  const ids = createWordIds();
  const [titles, headings, texts] = [createTokenStore(ids), createTokenStore(ids), createTokenStore(ids)];
  const passages: Passage[] = [];
  const firstPassage = new Int32Array(articles.length + 1);
  articles.forEach((article, row) => {
    titles.add(wordsOf(article.title));
    for (const passage of splitPassages(article)) {
      headings.add(wordsOf(headingsOf(passage)));
      texts.add(wordsOf(passage.text));
      passages.push(passage);
    }
    firstPassage[row + 1] = passages.length;
  });
  const words = texts.start(passages.length);
  return {
    articles,
    languages: new Set(articles.map(({ language }) => baseOf(language))),
    passages,
    firstPassage,
    ids,
    titles,
    headings,
    texts,
    passagesWith: countPassages({ firstPassage, ids, titles, headings, texts }),
    meanPassage: words / Math.max(1, passages.length),
    meanArticle: words / Math.max(1, articles.length),
  };
}

/** "en" of "en-GB". */
export const baseOf = (tag: string): string => tag.split("-", 1)[0]?.toLowerCase() ?? "";

/** An article begins under its short title, too. */
const headingsOf = ({ article, section, heading }: Passage): string =>
  [
    ...section.path.slice(1),
    ...(heading === section.heading ? [] : [heading]),
    ...(section.id === "" ? wordsBeyondTitle(article) : []),
  ].join(" ");

function wordsBeyondTitle({ title, short = "" }: KnowledgeArticle): string[] {
  const words = splitStems(title);
  return splitWords(short).filter((word) => !words.includes(stem(word)));
}

type Counted = Pick<Corpus, "firstPassage" | "ids" | "titles" | "headings" | "texts">;

function countPassages({ firstPassage, ids, titles, headings, texts }: Counted): Int32Array {
  const counts = new Int32Array(ids.countStems());
  const lastSeen = new Int32Array(counts.length).fill(-1);
  for (let article = 0; article + 1 < firstPassage.length; article++) {
    for (let row = firstPassage[article] ?? 0; row < (firstPassage[article + 1] ?? 0); row++) {
      const count = (store: TokenStore, at: number) => {
        const tokens = store.all();
        for (let i = store.start(at); i < store.start(at + 1); i++) {
          const stemId = ids.stemOf(tokens[i] ?? -1);
          if (lastSeen[stemId] === row) continue;
          lastSeen[stemId] = row;
          counts[stemId] = (counts[stemId] ?? 0) + 1;
        }
      };
      count(titles, article);
      count(headings, row);
      count(texts, row);
    }
  }
  return counts;
}
