import { writeFileSync } from "node:fs";
import path from "node:path";
import type { KnowledgeArticle } from "#content/knowledge.ts";
import type { Hub } from "#content/schema.ts";
import type { Address } from "../built-pages.ts";

type Written = {
  publicDir: string;
  articles: KnowledgeArticle[];
  /** Of each article, by its page's path. */
  markdown: Map<string, string>;
  hub: Hub;
  origin: string | undefined;
};

/** The file of an article's Markdown, beside its page. */
const MARKDOWN = "page.md";

/** Addresses that `writeMarkdown` will make for articles' pages, which link to them before they are there. */
export const listMarkdown = (pages: Address[]): string[] => pages.map(({ path: url }) => url + MARKDOWN);

/**
 * What assistants and scripts read: each article as `page.md`, `/llms.txt` that lists them, and `/llms-full.txt` with all
 * of them. Addresses are whole where the operator has named the hub's own (PUBLIC_URL).
 */
export function writeMarkdown({ publicDir, articles, markdown, hub, origin = "" }: Written): void {
  const whole: string[] = [];
  for (const article of articles) {
    const text = withFacts(article, completeLinks(markdown.get(article.url) ?? "", origin), origin);
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
