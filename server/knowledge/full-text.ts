import type { Database } from "better-sqlite3";

type Row = { rowid: number; score: number };

/** One FTS5 table over texts that stay in memory elsewhere: rows go in by number, and numbers come out with scores. */
export type FullText = {
  add(rowid: number, columns: string[]): void;
  /** Scores (higher is better) of the best rows for an FTS5 query, among `within` where it is given. */
  rank(match: string, limit: number, within?: readonly number[]): Map<number, number>;
  /** How many rows each of its terms stands in. */
  countTerms(): Map<string, number>;
};

/** `weights` gives a bm25 weight for each column. */
export function createFullText(
  db: Database,
  name: string,
  tokenize: string,
  weights: Record<string, number>,
): FullText {
  const columns = Object.keys(weights);
  db.exec(`CREATE VIRTUAL TABLE ${name} USING fts5(${columns.join(", ")}, content='', tokenize='${tokenize}')`);
  const insert = db.prepare(
    `INSERT INTO ${name}(rowid, ${columns.join(", ")}) VALUES (?${", ?".repeat(columns.length)})`,
  );
  const score = `-bm25(${name}, ${Object.values(weights).join(", ")})`;
  const select = (where: string) =>
    db.prepare(
      `SELECT rowid, ${score} AS score FROM ${name} WHERE ${name} MATCH @match ${where} ORDER BY score DESC LIMIT @limit`,
    );
  const rankAll = select("");
  const rankSome = select("AND rowid IN (SELECT value FROM json_each(@within))");
  return {
    add: (rowid, values) => void insert.run(rowid, ...values),
    rank(match, limit, within) {
      if (!match) return new Map();
      const rows = within
        ? rankSome.all({ match, limit, within: JSON.stringify(within) })
        : rankAll.all({ match, limit });
      return new Map((rows as Row[]).map(({ rowid, score: value }) => [rowid, value])); // two columns, as selected
    },
    countTerms() {
      db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS ${name}_terms USING fts5vocab(${name}, row)`);
      const rows = db.prepare(`SELECT term, doc FROM ${name}_terms`).all() as { term: string; doc: number }[]; // as selected
      return new Map(rows.map(({ term, doc }) => [term, doc]));
    },
  };
}
