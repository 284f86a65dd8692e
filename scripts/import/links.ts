import path from "node:path";
import type { Definition, Link, Root } from "mdast";
import { addressOf, type Article } from "./articles.ts";
import type { Report, Tell } from "./report.ts";
import { asAddress, withoutExtension, withoutIndex, type Source } from "./source.ts";
import { childrenOf, lineOf, type Node } from "./tree.ts";

type Known = {
  site: URL | null;
  byName: Map<string, Article>;
  byAddress: Map<string, Article>;
};

/** Sends links between pages to the articles that they became. What leads nowhere loses its link and keeps its words. */
export function rewriteLinks(articles: Article[], source: Source, report: Report): void {
  const known: Known = {
    site: source.site ? URL.parse(source.site) : null,
    byName: new Map(
      articles.flatMap((article) =>
        [article.page.file, ...article.page.names].map((name) => [withoutExtension(name), article] as const),
      ),
    ),
    byAddress: new Map(
      articles.flatMap((article) => article.page.addresses.map((each) => [each.toLowerCase(), article] as const)),
    ),
  };
  for (const article of articles) {
    const tell = report.about(article.page.file);
    rewriteIn(article.page.tree, (node) => rewriteLink(node, article, known, tell));
  }
}

/** Visits links, innermost first; `null` leaves their words alone. */
function rewriteIn(parent: Node | Root, rewrite: (node: Link | Definition) => string | null): void {
  if (!("children" in parent)) return;
  const children = childrenOf(parent).flatMap((child): Node[] => {
    rewriteIn(child, rewrite);
    if (child.type !== "link" && child.type !== "definition") return [child];
    const url = rewrite(child);
    if (url !== null) return [{ ...child, url }];
    return child.type === "link" ? childrenOf(child) : [{ ...child, url: "#" }];
  });
  parent.children = children as never; // of the same kinds as before: words in the place of a link
}

function rewriteLink(node: Link | Definition, article: Article, known: Known, tell: Tell): string | null {
  const url = node.url.replace(/[\0-\x20]/g, "");
  const say = (todo: string) => tell(lineOf(node), node.url, todo);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === "mailto" || scheme === "tel") return url;
  if (scheme && scheme !== "http" && scheme !== "https") {
    say("A link that is no address of a page was left out, its words were kept.");
    return null;
  }
  const target = findTarget(url, article, known);
  if (target === "outside") {
    if (URL.canParse(url, "https://x")) return url.startsWith("//") ? `https:${url}` : url;
    say("A link that is no address was left out, its words were kept.");
    return null;
  }
  const anchor = decode(url.split("#")[1] ?? "");
  if (target) return withAnchor(target, article, anchor, say);
  const old = known.site && URL.parse(url, new URL(article.page.addresses[0] ?? "/", known.site));
  if (old) {
    say("It is no page that was imported: the link leads to the old site. Give it a new target before that goes.");
    return old.href;
  }
  say("It leads to nothing that was imported: its words were kept without the link. Give it a target.");
  return null;
}

function withAnchor(target: Article, from: Article, anchor: string, say: (todo: string) => void): string {
  const page = target === from ? "" : addressOf(target);
  if (!anchor) return page || addressOf(target);
  const id = target.anchors.get(anchor) ?? target.anchors.get(anchor.toLowerCase());
  if (id !== undefined) return `${page}#${encodeURI(id)}`;
  say("The section that it names is not there: the link leads to the page. See which one is meant.");
  return page || addressOf(target);
}

function findTarget(url: string, article: Article, { site, byName, byAddress }: Known): Article | "outside" | null {
  const { file, addresses } = article.page;
  const [own = "/"] = addresses;
  if (url.startsWith("#")) return article;
  const whole = /^(?:https?:)?\/\//i.test(url) ? URL.parse(url, "https://x") : null;
  if (/^(?:https?:)?\/\//i.test(url) && (!whole || whole.origin !== site?.origin)) return "outside";
  const given = decode(whole ? whole.pathname : (url.split(/[?#]/)[0] ?? "")) || own;
  const inFolder = path.posix.normalize(
    given.startsWith("/") ? given.slice(1) : path.posix.join(path.posix.dirname(file), given),
  );
  const onSite = decode(URL.parse(given, `https://x${own}`)?.pathname ?? "");
  const besides = decode(URL.parse(given, `https://x${own.replace(/\/$/, "")}`)?.pathname ?? "");
  const base = site?.pathname ?? "/";
  const name = (each: string) =>
    byName.get(withoutExtension(each).replace(/\/$/, "")) ?? byName.get(withoutIndex(withoutExtension(each)));
  const address = (each: string) =>
    byAddress.get(asAddress(withoutExtension(each)).toLowerCase()) ??
    byAddress.get(asAddress(withoutIndex(withoutExtension(each))).toLowerCase());
  const found = whole
    ? address(given)
    : /\.(?:mdx?|html?)$/i.test(given)
      ? (name(inFolder) ?? address(onSite))
      : (address(besides) ??
        address(onSite) ??
        name(inFolder) ??
        (given.startsWith("/") ? address(base + given) : undefined));
  // an address of the site that is not among the pages: its home, its pricing
  return found ?? (whole ? "outside" : null);
}

function decode(words: string): string {
  try {
    return decodeURIComponent(words);
  } catch {
    return words;
  }
}
