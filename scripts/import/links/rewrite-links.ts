import type { Link, Root } from "mdast";
import { addressOf, type Article } from "../articles.ts";
import type { Report, Tell } from "../report.ts";
import {
  decodeAddress,
  isPicture,
  withoutExtension,
  withoutIndex,
  withoutNumbers,
  type Source,
  type SourcePage,
} from "../source.ts";
import { titleOfName } from "../topics/by-folder.ts";
import type { OldList } from "../place-pages.ts";
import { childrenOf, lineOf, plainText, type Node } from "../tree.ts";
import { findList, findTarget, knowPages, type Known } from "./find-target.ts";

/** Sends links between pages to the articles that they became. What leads nowhere loses its link and keeps its words. */
export function rewriteLinks(articles: Article[], source: Source, lists: OldList[], report: Report): void {
  const known = knowPages(articles, source, lists);
  const translations = Map.groupBy(articles, ({ page }) => page.original);
  for (const article of articles) {
    const tell = report.about(article.page.file);
    rewriteIn(article.page.tree, (node) => rewriteLink(node, article, { ...known, translations }, tell));
  }
}

/** Visits links, innermost first; `null` leaves their words alone. */
function rewriteIn(parent: Node | Root, rewrite: (node: Link) => string | null): void {
  if (!("children" in parent)) return;
  const children = childrenOf(parent).flatMap((child): Node[] => {
    rewriteIn(child, rewrite);
    if (child.type !== "link") return [child];
    const url = rewrite(child);
    return url === null ? childrenOf(child) : [{ ...child, url }];
  });
  parent.children = children as never; // of the same kinds as before: words in the place of a link
}

/** `translations`: by the file of the page that they are made of. */
type All = Known & { translations: Map<string | undefined, Article[]> };

function rewriteLink(node: Link, article: Article, known: All, tell: Tell): string | null {
  const url = node.url.replace(/[\0-\x20]/g, "").replace(/^@site\//, "/");
  // a picture that leads to itself, only larger
  if (isPicture(url) && node.children.every(({ type }) => type === "image")) return null;
  const say = (todo: string) => tell(lineOf(node), node.url, todo);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === "mailto" || scheme === "tel") return url;
  if (scheme && scheme !== "http" && scheme !== "https") {
    say("A link that is no address of a page was left out, its words were kept.");
    return null;
  }
  const list = findList(url, known);
  if (list) return list;
  const target = findTarget(url, article, known);
  if (target === "outside") {
    if (isOldSite(url, known.site)) say(TO_OLD_SITE);
    if (URL.canParse(url, "https://x")) return url.startsWith("//") ? `https:${url}` : url;
    say("A link that is no address was left out, its words were kept.");
    return null;
  }
  // `[start.md](start.md)` is shown by its title
  if (target && isFileName(plainText(node.children), node.url)) node.children = [{ type: "text", value: target.title }];
  if (node.title === "mention") nameMention(node);
  if (target) {
    const anchor = decodeAddress(url.split("#")[1] ?? "");
    return linkTo(target, { from: article, anchor, translations: known.translations, say });
  }
  const old = known.site && oldAddress(url, article.page, known.site);
  if (old) {
    say(TO_OLD_SITE);
    return old.href;
  }
  say("It leads to nothing that was imported: its words were kept without the link. Give it a target.");
  return null;
}

const TO_OLD_SITE =
  "It is no page that was imported: the link leads to the old site. Give it a new target before that goes.";

/** Below where its pages are, but none of them: a file, a form. */
function isOldSite(url: string, site: URL | null): boolean {
  const whole = URL.parse(url);
  if (!site || whole?.host !== site.host) return false;
  return whole.pathname.startsWith(site.pathname) && !["/", site.pathname].includes(whole.pathname);
}

/** Where the old site has it: a file is seen from the folder of the page's, one of Markdown at its name without the ending. */
function oldAddress(url: string, { file, addresses: [own = "/"] }: SourcePage, site: URL): URL | null {
  const [, name = "", ending, rest = ""] = /^([^?#]*)\.([a-z][a-z0-9]{1,4})((?:[?#].*)?)$/i.exec(url) ?? [];
  if (!ending || /^html?$/i.test(ending)) return URL.parse(url, new URL(own, site));
  const isIndex = withoutIndex(withoutExtension(file)) !== withoutExtension(file);
  const folder = new URL(isIndex || own === "/" ? own : `${own}..`, site);
  if (!/^(?:mdx?|markdown)$/i.test(ending)) return URL.parse(url, folder);
  const bare = withoutIndex(withoutNumbers(name));
  return URL.parse(`${bare || (name.startsWith("/") ? "" : ".")}/${rest}`, folder);
}

/** GitBook names what it mentions by its address, `[#do-it](page.md#do-it "mention")`, and shows the words that stand there. */
function nameMention(node: Link): void {
  node.title = null;
  const [, id] = /^#(.+)$/.exec(plainText(node.children)) ?? [];
  if (id) node.children = [{ type: "text", value: titleOfName(id) }];
}

const isFileName = (words: string, url: string): boolean =>
  words !== "" && (/^[\w./-]+\.mdx?$/.test(words) ? url.includes(words) : words === url && /^[^#/:][^:]*\//.test(url));

type Asked = { from: Article; anchor: string; translations: All["translations"]; say: (todo: string) => void };

function linkTo(target: Article, { from, anchor, translations, say }: Asked): string | null {
  if (target.page.draft && !from.page.draft) {
    say("It leads to a draft, which nobody can read yet: its words were kept without the link.");
    return null;
  }
  // from a page of a language the hub itself leads to the article's version in that
  const isSame = target.page.language === from.page.language && target.page.original !== undefined;
  const page = addressOf(target, isSame ? undefined : target.page.language);
  if (!anchor) return page;
  const id = target.anchors.get(anchor) ?? target.anchors.get(anchor.toLowerCase());
  if (id === "") return page;
  const lacking = id === undefined ? undefined : findLacking(target, from, id, translations);
  if (lacking) {
    say(
      `The section that it names is not in ${lacking.page.file}: the link leads to the page. Write it there, then name it.`,
    );
    return page;
  }
  if (id !== undefined) return `${target === from ? "" : page}#${encodeURI(id)}`;
  say("The section that it names is not there: the link leads to the page. See which one is meant.");
  return page;
}

/** A translation that readers of the link are led to, without that section. */
function findLacking(target: Article, from: Article, id: string, translations: All["translations"]) {
  const own = new Set((translations.get(from.page.file) ?? []).map(({ page }) => page.language));
  if (from.page.original !== undefined || target === from) return undefined;
  return (translations.get(target.page.file) ?? []).find(
    ({ page, anchors }) => !own.has(page.language) && ![...anchors.values()].includes(id),
  );
}
