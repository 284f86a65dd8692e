import path from "node:path";
import type { Article } from "../articles.ts";
import type { OldList } from "../place-pages.ts";
import { asAddress, decodeAddress, withoutExtension, withoutIndex, type Source } from "../source.ts";
import { addressesOfLists } from "./lists.ts";

/** What a link of the source may call a page. */
export type Known = {
  site: URL | null;
  /** The name of the source's folder, which a repository's own links begin with. */
  folder: string;
  plainAddress: (address: string) => string;
  byName: Map<string, Article>;
  byAddress: Map<string, Article>;
  /** Topics by the addresses that their lists of pages had. */
  lists: Map<string, string>;
};

export function knowPages(articles: Article[], source: Source, lists: OldList[]): Known {
  const plainAddress = (address: string) => (source.plainAddress?.(address) ?? address).toLowerCase();
  // what both an article and its translation are called is the article
  const ordered = [...articles.filter(isTranslation), ...articles.filter((article) => !isTranslation(article))];
  const namesOf = ({ page }: Article) => [page.file, ...page.names].map(withoutExtension);
  const byAddress = new Map(
    ordered.flatMap((article) => article.page.addresses.map((each) => [plainAddress(each), article] as const)),
  );
  // a link may use an address that the site itself has sent elsewhere
  for (const [from, to] of source.redirects) {
    const article = byAddress.get(plainAddress(asAddress(to)));
    const old = plainAddress(asAddress(from));
    if (article && !byAddress.has(old)) byAddress.set(old, article);
  }
  return {
    site: source.site ? URL.parse(source.site) : null,
    folder: `${path.basename(source.root)}/`,
    plainAddress,
    byAddress,
    byName: new Map(ordered.flatMap((article) => namesOf(article).map((name) => [name, article] as const))),
    lists: new Map([...addressesOfLists(lists, articles)].map(([from, to]) => [plainAddress(from), to])),
  };
}

const isTranslation = ({ page }: Article): boolean => page.original !== undefined;

/** The article that a link leads to. `outside`: it is of another site, or none of the pages of this one. */
export function findTarget(url: string, from: Article, known: Known): Article | "outside" | null {
  if (url.startsWith("#")) return from;
  if (!/^(?:https?:)?\/\//i.test(url)) return findBeside(decodeAddress(url.split(/[?#]/)[0] ?? ""), from, known);
  const whole = URL.parse(url, "https://x");
  if (!whole || whole.host !== known.site?.host) return "outside";
  // an address of the site that is not among the pages: its home, its pricing
  return atAddress(decodeAddress(whole.pathname), known) ?? "outside";
}

/** A page that has no translation is linked from one as from the page that it is made of. */
function findBeside(given: string, from: Article, known: Known): Article | null {
  const original = from.page.original === undefined ? null : atName(from.page.original, known);
  return findFrom(given, from, known) ?? (original && findFrom(given, original, known));
}

function findFrom(given: string, { page }: Article, known: Known): Article | null {
  const [own = "/"] = page.addresses;
  const folder = given.startsWith("/") ? "/" : path.posix.dirname(page.file);
  const file = path.posix.join(folder, given || path.posix.basename(page.file)).replace(/^\//, "");
  const onSite = (base: string) =>
    atAddress(decodeAddress(URL.parse(given, `https://x${base}`)?.pathname ?? ""), known);
  const inFolder = given.startsWith("/") && file.startsWith(known.folder) ? file.slice(known.folder.length) : undefined;
  const named = () => atName(file, known) ?? (inFolder ? atName(inFolder, known) : null);
  if (/\.(?:mdx?|html?)$/i.test(given)) return named() ?? onSite(own);
  const below = () =>
    given.startsWith("/")
      ? atAny(
          basesOf(known.site).map((base) => base + given),
          known,
        )
      : null;
  // as from a page without a slash at its end, and with one
  return onSite(own.replace(/\/$/, "")) ?? onSite(own) ?? named() ?? below();
}

/** `/help/docs/` → `/help/docs`, `/help`: what a site may put before its own addresses. */
function basesOf(site: URL | null): string[] {
  const parts = (site?.pathname ?? "/").split("/").filter(Boolean);
  return parts.map((_, index) => `/${parts.slice(0, parts.length - index).join("/")}`);
}

const atAny = (addresses: string[], known: Known): Article | null =>
  addresses.map((address) => atAddress(address, known)).find((article) => article !== null) ?? null;
const atName = (name: string, { byName }: Known): Article | null =>
  byName.get(withoutExtension(name).replace(/\/$/, "")) ?? byName.get(withoutIndex(withoutExtension(name))) ?? null;

function atAddress(address: string, { byAddress, plainAddress }: Known): Article | null {
  const bare = withoutExtension(address);
  const find = (each: string) => byAddress.get(plainAddress(asAddress(each)));
  return find(bare) ?? find(withoutIndex(bare)) ?? null;
}

/** The topic whose list of pages a link of the site leads to. */
export function findList(url: string, { site, lists, plainAddress }: Known): string | undefined {
  const whole = site && URL.parse(url, site);
  return whole?.host === site?.host ? lists.get(plainAddress(asAddress(whole?.pathname ?? ""))) : undefined;
}
