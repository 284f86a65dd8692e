import { existsSync } from "node:fs";
import path from "node:path";
import { urlOf } from "#content/article-path.ts";
import { pathWithout } from "#content/languages.ts";
import { addressKey } from "#content/redirects.ts";
import type { Hub } from "#content/schema.ts";
import { ANSWERED_ELSEWHERE, decode } from "#site/knowledge/check-links.ts";
import type { ContentSources } from "#site/knowledge/read-sources.ts";
import { judgeAnchors } from "./judge-anchors.ts";
import type { LintedArticle } from "./read-content.ts";

export type From = Pick<LintedArticle, "id" | "url" | "language" | "frontmatter">;
/** What is wrong with a link, and the address it should have where that is certain. */
export type LinkFault = { kind: "link" | "anchor"; message: string; instead?: string };
/** Judges a link of an article, by what the articles say: no build is needed. Null: nothing is wrong with it. */
export type JudgeLink = (link: string, from: From | null) => LinkFault | null;

const PUBLIC = path.resolve(import.meta.dirname, "../../site/public");
/** In every language, as topics and articles are. */
const PAGES = ["/", "/learn/", "/setup/"];
const FILES = new Set(["/feed.xml", "/sitemap.xml", "/robots.txt", "/llms.txt", "/llms-full.txt"]);

type Known = { hub: Hub; sources: ContentSources; articles: LintedArticle[] };

export function judgeLinks({ hub, sources, articles }: Known): JudgeLink {
  const byUrl = new Map(articles.map((article) => [article.url, article]));
  const byPath = Map.groupBy(articles, ({ id }) => urlOf(id));
  /** The article that a page shows: who has no version in its language is shown another. */
  const versionsAt = (address: string) => byPath.get(pathWithout(hub, address)) ?? [];
  // a draft has a page for its writer only
  const isShown = ({ frontmatter }: LintedArticle, from: From | null) =>
    !frontmatter?.draft || Boolean(from?.frontmatter?.draft);
  const pages = new Set([
    ...PAGES,
    ...hub.topics.map(({ id }) => `/topics/${id}/`),
    ...hub.integrations.map(({ id }) => `/setup/${id}/`),
  ]);
  const judgeAnchor = judgeAnchors(hub, articles);
  const moved = new Map(sources.redirects.redirects.map(({ from, to }) => [addressKey(from), to]));
  const isPage = (address: string, from: From | null) => {
    const written = address.endsWith("/page.md") ? byUrl.get(address.replace(/page\.md$/, "")) : undefined;
    if (written) return isShown(written, from);
    if (versionsAt(address).some((version) => isShown(version, from))) return true;
    if (pages.has(pathWithout(hub, address)) || FILES.has(address)) return true;
    return ANSWERED_ELSEWHERE.test(address) || isPublic(address);
  };

  return (link, from) => {
    const target = URL.parse(link, `http://hub${from?.url ?? "/"}`);
    const address = target && decode(target.pathname);
    if (!target || address === null) return { kind: "link", message: `the link "${link}" is not an address` };
    if (isPage(address, from)) return judgeAnchor(link, decode(target.hash.slice(1)), versionsAt(address), from);
    const to = moved.get(addressKey(address));
    if (to !== undefined) {
      const message = `the link "${link}" has an old address; it leads to ${to}`;
      const isRight = isExternal(to) || isPage(to.replace(/[?#].*$/s, ""), from);
      return { kind: "link", message, ...(isRight && { instead: to }) };
    }
    const page = pageOfFile(link, from);
    if (page && isPage(page.replace(/[?#].*$/s, ""), from)) {
      const message = `the link "${link}" names a file; its page is ${page}`;
      return { kind: "link", message, instead: page };
    }
    if (!isPage(`${address}/`, from)) return { kind: "link", message: `the link "${link}" leads nowhere` };
    const instead = link.replace(/(?=[?#]|$)/, "/");
    return { kind: "link", message: `the link "${link}" needs a slash at the end of its path`, instead };
  };
}

/** The page that is made of the file which a link names, as seen from the file that it stands in. */
function pageOfFile(link: string, from: From | null): string | null {
  const folder = (from?.url ?? "/").replace(/[^/]+\/$/, "");
  const target = URL.parse(link, `http://hub${folder}`);
  if (!target || !/\.mdx?$/.test(target.pathname)) return null;
  return target.pathname.replace(/\.mdx?$/, "/") + target.search + target.hash;
}

/** Files that stand beside the pages: icons and the like. */
const isPublic = (address: string) => /\.\w+$/.test(address) && existsSync(path.join(PUBLIC, path.normalize(address)));

/** A link of another site, or none of the web at all (mailto:, data:). */
export const isExternal = (link: string): boolean => /^[a-z][a-z0-9+.-]*:|^\/\//i.test(link);
