import Database from "better-sqlite3";
import type { Asker } from "../../../scripts/questions/ask-hub.ts";
import type { Given } from "../../../scripts/questions/judge-answer.ts";

/** The plain baseline: always answers, with the section that SQLite's FTS5 finds first by its own bm25. */
export const askPlainly: Asker = async ({ knowledge }, questions) => {
  const db = new Database(":memory:");
  db.exec(
    "CREATE VIRTUAL TABLE sections USING fts5 (article UNINDEXED, anchor UNINDEXED, head, body, tokenize = 'porter')",
  );
  const insert = db.prepare("INSERT INTO sections VALUES (?, ?, ?, ?)");
  for (const { id, sections } of knowledge.articles)
    for (const { id: anchor, path, blocks } of sections)
      insert.run(id, anchor, path.join(" "), blocks.flatMap((block) => Object.values(block)).join(" "));
  const find = db.prepare<[string], { article: string; anchor: string }>(
    "SELECT article, anchor FROM sections WHERE sections MATCH ? ORDER BY bm25(sections) LIMIT 1",
  );
  const given = questions.map(({ ask }): Given => {
    const words = ask.match(/[\p{L}\p{N}]+/gu) ?? [];
    const found = find.get(words.map((word) => `"${word}"`).join(" OR "));
    if (!found) return { verdict: "unanswered", sources: [], sentences: [] };
    const source = { n: 1, articleId: found.article, section: found.anchor, title: "", url: "" };
    return { verdict: "answered", sources: [source], sentences: [{ text: "", citations: [1] }] };
  });
  db.close();
  return given;
};
