/** Cases by their words: reads the index that migration 0005 keeps with triggers, FTS5 or a tsvector. */
import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import { str, table } from "./columns.ts";
import type { Tx } from "./database.ts";
import type { Dialect } from "./driver.ts";

const WORDS_MAX = 12;
const WORD_MAX = 60;

/** The index takes commands as rows. */
const index = table("case_search", { command: str("case_search") });

/** Words of what was deleted stand in SQLite's index until its parts are put together; PostgreSQL keeps them in the row itself. */
export async function forgetDeletedWords(tx: Tx): Promise<void> {
  if (tx.dialect === "sqlite") await tx.insert(index).values({ command: "optimize" });
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

/** `id` is of a case that has every word, or a longer one that begins with it. No word, no case. */
export function hasCaseWords(dialect: Dialect, id: AnyColumn, text: string): SQL {
  const words = searchWords(text);
  if (words.length === 0) return sql`1 = 0`;
  // Words are letters, digits and marks: there is nothing in them that either language could take for its own.
  // Ids and rows of the index count up with time; beginning at its end, SQLite stops where it has enough.
  if (dialect === "postgres") {
    const query = words.map((word) => (isWhole(word) ? `'${word}'` : `'${word}':*`)).join(" & ");
    return sql`${id} in (select escalation_id from case_search where words @@ cast(${query} as tsquery)
      order by escalation_id desc limit ${FOUND_MAX})`;
  }
  const query = words.map((word) => (isWhole(word) ? `"${word}"` : `"${word}"*`)).join(" ");
  return sql`${id} in (select escalation_id from case_search_ids where id in (
    select rowid from case_search where case_search match ${query} order by rowid desc limit ${FOUND_MAX}))`;
}
