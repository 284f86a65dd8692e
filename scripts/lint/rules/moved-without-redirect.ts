import { addressKey } from "#content/redirects.ts";
import { findFormer, type FormerArticle } from "../former-articles.ts";
import { nameOf, readText, type LintContent } from "../read-content.ts";
import type { Edit, Problem, Rule } from "../rule.ts";

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

function report({ url, title, where }: FormerArticle, content: LintContent): Problem {
  const file = nameOf(content, "redirects.yaml");
  // a file that got another name has the same title under it
  const heirs = content.articles.filter(({ frontmatter }) => title && frontmatter?.title === title);
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

function addRedirect(content: LintContent, file: string, from: string, to: string): Edit {
  const text = readText(content, "redirects.yaml");
  const gap = text === "" || text.endsWith("\n") ? "" : "\n";
  const at = text.length;
  return { file, start: at, end: at, text: `${gap}"${from}": "${to}"\n`, says: `${from} leads to ${to}` };
}
