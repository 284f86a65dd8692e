import { readFileSync } from "node:fs";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { stem } from "#server/knowledge/stem.ts";
import { splitWords } from "#server/knowledge/words.ts";

/** The stems that FTS5's own porter tokenizer makes of some words. */
function stemsOfFts5(words: string[]): Map<string, string> {
  const db = new Database(":memory:");
  db.exec(
    "CREATE VIRTUAL TABLE t USING fts5(word, tokenize='porter unicode61'); CREATE VIRTUAL TABLE v USING fts5vocab(t, instance)",
  );
  const insert = db.prepare("INSERT INTO t(rowid, word) VALUES (?, ?)");
  db.transaction(() => words.forEach((word, index) => insert.run(index, word)))();
  const rows = db.prepare("SELECT doc, term FROM v").all() as { doc: number; term: string }[]; // two columns, as selected
  db.close();
  return new Map(rows.map(({ doc, term }) => [words[doc] ?? "", term]));
}

it("stems every word of a long English text as FTS5 does", () => {
  const text = readFileSync(new URL("../../../../LICENSE", import.meta.url), "utf8");
  const tricky = `relational conditional valenci hesitanci digitizer conformabli radicalli vietnamization predication operator feudalism
    decisiveness hopefulness callousness formaliti sensitiviti sensibiliti triplicate formative formalize electriciti electrical hopeful
    goodness revival allowance inference airliner gyroscopic adjustable defensible irritant replacement adjustment dependent adoption
    homologou communism activate angulariti homologous effective bowdlerize probate rate cease controll roll caresses ponies ties caress
    cats feed agreed plastered bled motoring sing conflated troubled sized hopping tanned falling hissing fizzed failing filing happy sky
    syncing synced qualifies qualifying connected connection apologies by yes yyy ing analogi`;
  const words = [...new Set(splitWords(`${text} ${tricky}`))].filter((word) => /^[a-z]+$/.test(word));
  const theirs = stemsOfFts5(words);
  expect(words.length).toBeGreaterThan(500);
  expect(words.filter((word) => stem(word) !== theirs.get(word))).toEqual([]);
});
