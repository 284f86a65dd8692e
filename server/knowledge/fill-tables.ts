import type Database from "better-sqlite3";
import type { KnowledgeArticle } from "#content/knowledge.ts";
import { createFullText } from "./full-text.ts";
import { textOfBlock, type Passage } from "./split-passages.ts";
import { joinCompounds } from "./words.ts";

const PASSAGE_WEIGHTS = { title: 2, path: 3, body: 1, keywords: 0.5 };
const ARTICLE_WEIGHTS = { title: 5, headings: 2, body: 1, keywords: 2 };

export type Tables = ReturnType<typeof fillTables>;

/** Two sizes (article, passage), each with word stems and with words as written: what one misses the others find. */
export function fillTables(db: Database.Database, articles: KnowledgeArticle[], passages: Passage[]) {
  const stemmed = "porter unicode61 remove_diacritics 2";
  const written = "unicode61 remove_diacritics 2";
  const tables = {
    passageStems: createFullText(db, "passage_stems", stemmed, PASSAGE_WEIGHTS),
    passageWords: createFullText(db, "passage_words", written, PASSAGE_WEIGHTS),
    articleStems: createFullText(db, "article_stems", stemmed, ARTICLE_WEIGHTS),
    articleWords: createFullText(db, "article_words", written, ARTICLE_WEIGHTS),
  };
  db.transaction(() => {
    passages.forEach(({ article, section, heading, text }, number) => {
      const path = [...section.path.slice(1), ...(heading === section.heading ? [] : [heading])].join(" ");
      const columns = [article.title, path, withCompounds(text), article.keywords.join(" ")];
      tables.passageStems.add(number, columns);
      tables.passageWords.add(number, columns);
    });
    articles.forEach((article, number) => {
      const headings = article.sections.map((section) => section.heading).join(" ");
      const body = article.sections.flatMap((section) => section.blocks.map(textOfBlock)).join(" ");
      const columns = [
        article.title,
        headings,
        withCompounds(`${article.summary} ${body}`),
        article.keywords.join(" "),
      ];
      tables.articleStems.add(number, columns);
      tables.articleWords.add(number, columns);
    });
  })();
  return tables;
}

const withCompounds = (text: string) => [text, ...joinCompounds(text)].join(" ");
