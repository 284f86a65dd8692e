import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import type { Knowledge, KnowledgeArticle } from "#content/knowledge.ts";
import { Frontmatter, Glossary } from "#content/schema.ts";
import { splitArticle } from "#content/split-article.ts";

const CONTENT = path.resolve(import.meta.dirname, "../../../content");

/** This hub's articles straight from their MDX, tags left out: what words are common in them is known without a build. */
export function readPlainKnowledge(): Knowledge {
  const files = globSync(["articles/*/*.mdx", "learn/*.mdx"], { cwd: CONTENT }).toSorted();
  const glossary = Glossary.parse(parse(readFileSync(path.join(CONTENT, "glossary.yaml"), "utf8")));
  return { version: 1, glossary, articles: files.map(readPlainArticle) };
}

function readPlainArticle(file: string): KnowledgeArticle {
  const { head, body } = splitArticle(readFileSync(path.join(CONTENT, file), "utf8"));
  const { title, summary, kind, integrations, keywords } = Frontmatter.parse(parse(head ?? ""));
  const [topic = ""] = file.split("/").slice(-2);
  const id = `${topic}/${path.basename(file, ".mdx")}`;
  const parts = body.split(/^#+ /m).map((part, at) => {
    const text = part.replace(/<[^>]*>/g, " ").replace(/[*`#]/g, "");
    const heading = at === 0 ? title : (text.split("\n", 1)[0] ?? "");
    const texts = (at === 0 ? text : text.slice(heading.length))
      .split(/\n\s*\n/)
      .map((each) => each.replace(/\s+/g, " ").trim());
    const blocks = texts.filter(Boolean).map((each) => ({ type: "prose" as const, text: each }));
    return {
      id: at === 0 ? "" : `s${at}`,
      heading,
      path: at === 0 ? [title] : [title, heading],
      kind: "prose" as const,
      blocks,
    };
  });
  const url = `/articles/${id}/`;
  const more = { language: "en", updated: "2026-11-23", minutes: 2, contentHash: "0", topicTitle: topic };
  return { id, url, title, summary, kind, topic, integrations, keywords, ...more, sections: parts };
}
