import type { Corpus } from "./corpus.ts";
import type { MeasuredArticle } from "./measure-passages.ts";
import type { TokenStore } from "./token-store.ts";

/** Of the articles' passages those that have every quoted phrase word for word, in their text or above it. */
export function findQuoted(corpus: Corpus, measured: MeasuredArticle[], quoted: string[][]): MeasuredArticle[] {
  const phrases = quoted.map((words) => words.map((word) => corpus.ids.idOf(word) ?? -1));
  return measured.map((article) => ({
    ...article,
    passages: article.passages.filter(({ row }) =>
      phrases.every(
        (phrase) =>
          hasPhrase(corpus.texts, row, phrase) ||
          hasPhrase(corpus.headings, row, phrase) ||
          hasPhrase(corpus.titles, article.row, phrase),
      ),
    ),
  }));
}

/** True where an article says these words beside each other. */
export function isSaid({ ids, articles, passages, texts, headings, titles }: Corpus, words: string[]): boolean {
  const phrase = words.map((word) => ids.idOf(word) ?? -1);
  if (phrase.includes(-1)) return false;
  return (
    passages.some((_, row) => hasPhrase(texts, row, phrase) || hasPhrase(headings, row, phrase)) ||
    articles.some((_, row) => hasPhrase(titles, row, phrase))
  );
}

function hasPhrase(store: TokenStore, row: number, phrase: number[]): boolean {
  const tokens = store.all();
  const last = store.start(row + 1) - phrase.length;
  for (let at = store.start(row); at <= last; at++) {
    if (tokens[at] === phrase[0] && phrase.every((word, offset) => tokens[at + offset] === word)) return true;
  }
  return false;
}
