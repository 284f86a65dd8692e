/** Cases by their words: reads the index that migration 0005 keeps with triggers, FTS5 or a tsvector. */
import { setTimeout as sleep } from "node:timers/promises";
import { desc, inArray, sql } from "drizzle-orm";
import { int, str, table } from "./columns.ts";
import type { Db, Tx } from "./database.ts";

const WORDS_MAX = 12;
const WORD_MAX = 60;

/** FTS5 takes commands as rows, and knows its rows by number only. */
const fts = table("case_search", { itself: str("case_search"), rowid: int(), rank: int() });
const ftsIds = table("case_search_ids", { id: int(), escalationId: str().notNull() });
/** PostgreSQL's. */
const vectors = table("case_search", { escalationId: str().notNull(), words: str() });

/** Words of what was deleted stand in SQLite's index until its parts are put together; PostgreSQL keeps them in the row itself. */
export async function forgetDeletedWords(tx: Tx): Promise<void> {
  if (tx.dialect === "sqlite") await tx.insert(fts).values({ itself: "optimize" });
}

/** So many pages of the index a step puts together: some 30 ms, in which no other write has its turn. */
const PAGES_A_STEP = 50;
const PAUSE_MS = 10;

/** The same in small steps, between which others write: https://www.sqlite.org/fts5.html#the_merge_command */
export async function forgetDeletedWordsInSteps(db: Db): Promise<void> {
  if (db.dialect !== "sqlite") return;
  // the first one, below zero, takes all parts of the index on
  for (let pages = -PAGES_A_STEP; await mergeParts(db, pages); pages = PAGES_A_STEP) await sleep(PAUSE_MS);
}

/** Whether anything was put together: a step that has nothing to do counts as one row. */
const mergeParts = (db: Db, pages: number): Promise<boolean> =>
  db.transaction(async (tx) => {
    const changes = () => tx.select({ count: sql<number>`total_changes()` }).from(sql`(select 1) one`);
    const [before] = await changes();
    await tx.insert(fts).values({ itself: "merge", rank: pages });
    const [after] = await changes();
    return (after?.count ?? 0) - (before?.count ?? 0) > 1;
  });

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
