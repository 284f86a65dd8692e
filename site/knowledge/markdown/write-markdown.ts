import { writeFileSync } from "node:fs";
import path from "node:path";
import type { KnowledgeArticle } from "#content/knowledge.ts";
import type { Hub } from "#content/schema.ts";
import { parsePage } from "../dom.ts";
import type { Built } from "../built-pages.ts";
import { findArticle } from "../read-article.ts";
import { toMarkdown } from "./to-markdown.ts";

type Written = {
  publicDir: string;
  pages: Built[];
  articles: KnowledgeArticle[];
  hub: Hub;
  origin: string | undefined;
};

/** The file of an article's Markdown, beside its page. */
const MARKDOWN = "page.md";

/** Addresses that `writeMarkdown` will make: pages link to them before they are there. */
export const listMarkdown = (pages: Built[]): string[] =>
  pages.filter(({ page }) => findArticle(page)).map(({ path: url }) => url + MARKDOWN);

/**
 * What assistants and scripts read: each article as `page.md`, `/llms.txt` that lists them, and `/llms-full.txt` with all
 * of them. Addresses are whole where the operator has named the hub's own (PUBLIC_URL).
 */
export function writeMarkdown({ publicDir, pages, articles, hub, origin = "" }: Written): void {
  const whole: string[] = [];
  for (const article of articles) {
    const built = pages.find(({ path: url }) => url === article.url);
    // a tree of its own: making Markdown changes it
    const element = built && findArticle(parsePage(built.html));
    if (!element) continue;
    const text = withFacts(article, completeLinks(toMarkdown(element), origin), origin);
    writeFileSync(path.join(publicDir, article.url, MARKDOWN), text);
    whole.push(text);
  }
  writeFileSync(path.join(publicDir, "llms.txt"), listArticles(articles, hub, origin));
  writeFileSync(path.join(publicDir, "llms-full.txt"), whole.join("\n---\n\n"));
}

/** Where it stands and how old it is, below the title. */
const withFacts = ({ url, updated, topicTitle }: KnowledgeArticle, markdown: string, origin: string): string =>
  markdown.replace(
    /^(# .*\n)/,
    (title) => `${title}\n[The page](${origin}${url}) · ${topicTitle} · updated ${updated}\n`,
  );

const completeLinks = (markdown: string, origin: string): string =>
  origin ? markdown.replaceAll(/\]\((\/[^)\s]*)\)/g, (_link, href: string) => `](${origin}${href})`) : markdown;

/** https://llmstxt.org: a title, a summary, and a list a topic. */
function listArticles(articles: KnowledgeArticle[], { product }: Hub, origin: string): string {
  const topics = Map.groupBy(articles, ({ topicTitle }) => topicTitle);
  const lists = [...topics].map(([title, listed]) => {
    const lines = listed.map(({ title: name, url, summary }) => `- [${name}](${origin}${url}${MARKDOWN}): ${summary}`);
    return `## ${title}\n\n${lines.join("\n")}\n`;
  });
  const all = `Every article in one file: [llms-full.txt](${origin}/llms-full.txt)`;
  return `# ${product.name} ${product.hub}\n\n> ${product.description}\n\n${all}\n\n${lists.join("\n")}`;
}
