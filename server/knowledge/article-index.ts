import Database from "better-sqlite3";
import type { Corpus } from "./corpus.ts";
import type { TokenStore } from "./token-store.ts";
import { splitStems } from "./words.ts";

/** The first look: whole articles by the stems of their words, in FTS5. Finds what is looked at closely afterwards. */
export type ArticleIndex = {
  /** Rows of the best articles that have any of `stems`, with their bm25 score, higher is better. */
  find(stems: string[], wanted: Wanted): { row: number; score: number }[];
  close(): void;
};

type Wanted = {
  limit: number;
  /** Rows to look among. */
  within?: readonly number[] | undefined;
  /** Stems that an article must have. */
  all: string[];
};

const WEIGHTS = { title: 5, body: 1 };
const COLUMNS = Object.keys(WEIGHTS).join(", ");

export function createArticleIndex(corpus: Corpus): ArticleIndex {
  const db = new Database(":memory:");
  db.exec(`CREATE VIRTUAL TABLE articles USING fts5(${COLUMNS}, content='', tokenize='unicode61 remove_diacritics 0')`);
  const insert = db.prepare(`INSERT INTO articles(rowid, ${COLUMNS}) VALUES (?, ?, ?)`);
  const read = createReader(corpus);
  db.transaction(() => {
    corpus.articles.forEach(({ keywords, summary }, row) => {
      const [from, to] = [corpus.firstPassage[row] ?? 0, corpus.firstPassage[row + 1] ?? 0];
      const own = [...keywords, summary].flatMap(splitStems);
      const body = [...own, read(corpus.headings, from, to), read(corpus.texts, from, to)];
      insert.run(row, read(corpus.titles, row, row + 1), body.join(" "));
    });
  })();
  db.exec("INSERT INTO articles(articles) VALUES ('optimize')"); // one tree is read faster than several
  db.exec(`INSERT INTO articles(articles, rank) VALUES ('rank', 'bm25(${Object.values(WEIGHTS).join(", ")})')`);
  const select = (where: string) =>
    db.prepare(
      `SELECT rowid AS row, -rank AS score FROM articles WHERE articles MATCH @match ${where} ORDER BY rank LIMIT @limit`,
    );
  const findAll = select("");
  const findWithin = select("AND rowid IN (SELECT value FROM json_each(@within))");
  return {
    find(stems, { limit, within, all }) {
      if (stems.length === 0) return [];
      const match = [`(${stems.map(quote).join(" OR ")})`, ...all.map(quote)].join(" AND ");
      const rows = within
        ? findWithin.all({ match, limit, within: JSON.stringify(within) })
        : findAll.all({ match, limit });
      return rows as { row: number; score: number }[]; // two columns, as selected
    },
    close: () => void db.close(),
  };
}

/** The stems of the texts in a row of rows. */
function createReader({ ids }: Corpus) {
  const names = ids.stems();
  return (store: TokenStore, from: number, to: number): string => {
    const words = store.all().subarray(store.start(from), store.start(to));
    return Array.from(words, (word) => names[ids.stemOf(word)]).join(" ");
  };
}

const quote = (stemmed: string) => `"${stemmed}"`;
