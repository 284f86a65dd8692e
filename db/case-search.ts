/** Cases by their words: reads the index that migration 0005 keeps with triggers, FTS5 or a tsvector. */
import { desc, inArray, sql } from "drizzle-orm";
import { int, str, table } from "./columns.ts";
import type { Db, Tx } from "./database.ts";

const WORDS_MAX = 12;
const WORD_MAX = 60;

/** FTS5 takes commands as rows, and knows its rows by number only. */
const fts = table("case_search", { itself: str("case_search"), rowid: int() });
const ftsIds = table("case_search_ids", { id: int(), escalationId: str().notNull() });
/** PostgreSQL's. */
const vectors = table("case_search", { escalationId: str().notNull(), words: str() });

/** Words of what was deleted stand in SQLite's index until its parts are put together; PostgreSQL keeps them in the row itself. */
export async function forgetDeletedWords(tx: Tx): Promise<void> {
  if (tx.dialect === "sqlite") await tx.insert(fts).values({ itself: "optimize" });
}

/** As the index has them: in small letters, without accents. Whatever is no letter or digit only parts them. */
export function searchWords(text: string): string[] {
  const plain = text
    .normalize("NFKD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .toLowerCase();
  const words = plain.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return [...new Set(words)].slice(0, WORDS_MAX).map((word) => Array.from(word).slice(0, WORD_MAX).join(""));
}

/** Of a word that is everywhere, a search looks at the newest cases only: more than these nobody reads through. */
export const FOUND_MAX = 1000;

/** One letter begins a third of all words: alone, it is one. In scripts without spaces it says as much as a word. */
const isWhole = (word: string): boolean => /^[a-z]$/.test(word);

/** The newest cases that have every word, or a longer one that begins with it, as ids. No word, no case. */
export async function findCaseWords(db: Db, text: string): Promise<string[]> {
  const words = searchWords(text);
  if (words.length === 0) return [];
  const rows = await selectCaseWords(db, words);
  return rows.map(({ id }) => id);
}

/** A query of its own, so that a test can ask how it would be carried out. */
export function selectCaseWords(db: Db, words: string[]) {
  // Words are letters, digits and marks: there is nothing in them that either language could take for its own.
  // Ids and rows of the index count up with time; beginning at its end, SQLite stops where it has enough.
  if (db.dialect === "postgres") {
    const { escalationId: id, words: vector } = vectors;
    const query = words.map((word) => (isWhole(word) ? `'${word}'` : `'${word}':*`)).join(" & ");
    const has = sql`${vector} @@ cast(${query} as tsquery)`;
    return db.select({ id }).from(vectors).where(has).orderBy(desc(id)).limit(FOUND_MAX);
  }
  const query = words.map((word) => (isWhole(word) ? `"${word}"` : `"${word}"*`)).join(" ");
  const has = sql`${fts.itself} match ${query}`;
  const rows = db.select({ id: fts.rowid }).from(fts).where(has).orderBy(desc(fts.rowid)).limit(FOUND_MAX);
  return db.select({ id: ftsIds.escalationId }).from(ftsIds).where(inArray(ftsIds.id, rows));
}
