import { addressKey } from "#content/redirects.ts";
import { splitArticle } from "#content/split-article.ts";
import { findFormer, type FormerArticle } from "../former-articles.ts";
import { nameOf, readText, type LintContent, type LintedArticle } from "../read-content.ts";
import type { Edit, Problem, Rule } from "../rule.ts";

/** From this share on a text is the same one, revised. */
const SAME_TEXT = 0.6;
/** Characters; shorter lines, as those of blocks, stand in many articles. */
const LONG_LINE = 30;

/** Links, bookmarks and search engines keep an address for years. */
export const movedWithoutRedirect: Rule = {
  name: "moved-without-redirect",
  level: "error",
  todo: "Write into redirects.yaml where its readers shall go, such as the topic's page.",
  find(content) {
    const published = content.articles.filter(({ frontmatter }) => !frontmatter?.draft);
    const urls = new Set(published.map(({ url }) => url));
    const redirected = new Set(content.sources.redirects.redirects.map(({ from }) => addressKey(from)));
    const titles = new Set(published.flatMap(({ frontmatter }) => frontmatter?.title ?? []));
    return findFormer(content, urls, titles)
      .filter(({ url }) => !redirected.has(addressKey(url)))
      .map((former) => report(former, content));
  },
};

function report(former: FormerArticle, content: LintContent): Problem {
  const { url, where } = former;
  const file = nameOf(content, "redirects.yaml");
  const heirs = findHeirs(former, content);
  const [heir] = heirs;
  const message = heir
    ? `${heir.url} stood at ${url} (${where}), and nothing leads there from the old address`
    : `${url} is gone (${where} has it), and nothing leads on from there`;
  const problem = { file, line: 1, message };
  // what a file that cannot be read says is not known: the same would be added to it again and again
  const isRead = content.sources.redirects.mistakes.length === 0;
  return isRead && heir && heirs.length === 1
    ? { ...problem, edit: addRedirect(content, file, url, heir.url) }
    : problem;
}

/** Articles that readers find in its place: with the same title under another name, or with another title above the same text. */
function findHeirs({ title, text }: FormerArticle, { hub, articles }: LintContent): LintedArticle[] {
  const others = articles.filter(
    ({ language, frontmatter }) => language === hub.languages[0] && frontmatter?.draft === false,
  );
  const namesakes = others.filter(({ frontmatter }) => title && frontmatter?.title === title);
  return namesakes.length > 0 ? namesakes : others.filter((other) => shareOf(text, other.text) >= SAME_TEXT);
}

/** How much of a text stands in another, by lines that are long enough to be said once. */
function shareOf(former: string, text: string): number {
  const lines = linesOf(former);
  const there = new Set(linesOf(text));
  return lines.length === 0 ? 0 : lines.filter((line) => there.has(line)).length / lines.length;
}

const linesOf = (text: string): string[] =>
  splitArticle(text)
    .body.split("\n")
    .map((line) => line.trim())
    .filter(({ length }) => length >= LONG_LINE);

function addRedirect(content: LintContent, file: string, from: string, to: string): Edit {
  const text = readText(content, "redirects.yaml");
  const gap = text === "" || text.endsWith("\n") ? "" : "\n";
  const at = text.length;
  return { file, start: at, end: at, text: `${gap}"${from}": "${to}"\n`, says: `${from} leads to ${to}` };
}
