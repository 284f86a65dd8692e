import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { listOf, stringIn, type Data } from "../data.ts";
import { splitFrontmatter } from "../markdown/frontmatter.ts";
import { slugOfPage, type Source, type SourcePage } from "../source.ts";
import { readRecord } from "./record.ts";

type Known = { topic: string; slug: string };
/** The article that an earlier import has made of a page. */
export type Earlier = (page: SourcePage) => Known | undefined;

/** What an import writes as an article's source, before the page's old address. */
export const IMPORTED_FROM = "Imported from ";
/** Of fewer pages that are known it is another source, which has other pages at a few of the same addresses. */
const SAME_SOURCE = 0.5;

/** Pages keep the address that they were given once, wherever the source has them now. `only`: the topic that all go into. */
export function knowEarlier(into: string, source: Source, only?: string): Earlier {
  const plain = (address: string) => source.plainAddress?.(address) ?? address;
  const there = listImported(into).filter(({ topic }) => only === undefined || topic === only);
  const articleAt = byOwnAddress(there.flatMap(({ from, ...known }) => (from ? [[plain(from), known] as const] : [])));
  const pages = source.pages.filter(({ original }) => original === undefined);
  const addressesOf = ({ addresses, file }: SourcePage) => [...new Set([...addresses, file].map(plain))];
  const pageAt = new Map([
    ...byOwnAddress(pages.flatMap((page) => addressesOf(page).map((address) => [address, page] as const))),
    // an article's source is the first of its page's addresses
    ...byOwnAddress(pages.map((page) => [addressesOf(page)[0] ?? page.file, page] as const)),
  ]);
  const known = new Map(
    pages.flatMap((page) => {
      const own = addressesOf(page).filter((address) => pageAt.get(address) === page);
      const article = own.map((address) => articleAt.get(address)).find((each) => each !== undefined);
      return article ? [[page, article] as const] : [];
    }),
  );
  if (known.size < Math.min(pages.length, articleAt.size) * SAME_SOURCE) return () => undefined;
  // what was moved or taken away here, or has other sources by now, is known by its name, where only one page has it
  const open = Map.groupBy(
    pages.filter((page) => !known.has(page)),
    slugOfPage,
  );
  const bySlug = Map.groupBy(
    there.filter(({ from }) => !from),
    ({ slug }) => slug,
  );
  const findLost = (page: SourcePage) => {
    const slug = slugOfPage(page);
    const [one, ...more] = bySlug.get(slug) ?? [];
    return more.length === 0 && open.get(slug)?.length === 1 ? one : undefined;
  };
  return (page) => known.get(page) ?? findLost(page);
}

/** By address what it is of. One that two have tells neither: they go by their names, as when they were first imported. */
function byOwnAddress<Of>(all: (readonly [address: string, of: Of])[]): Map<string, Of> {
  const alone = [...Map.groupBy(all, ([address]) => address).values()].filter(({ length }) => length === 1);
  return new Map(alone.flat());
}

/** Articles that an import wrote, and the page's old address where it still stands among their sources. */
const listImported = (into: string): (Known & { from: string | undefined })[] =>
  Object.keys(readRecord(into)).flatMap((name) => {
    const [, topic, slug] = /^articles\/([^/]+)\/([^/.]+)\.mdx$/.exec(name) ?? [];
    return topic && slug ? [{ topic, slug, from: originIn(readHead(into, name)) }] : [];
  });

/** The group that an article has here. Undefined: it has none, or is not there. */
export const groupHere = (into: string, name: string): string | undefined => stringIn(readHead(into, name), "group");

function readHead(into: string, name: string): Data {
  const file = path.join(into, name);
  return existsSync(file) ? splitFrontmatter(readFileSync(file, "utf8"), () => undefined).data : {};
}

const originIn = (data: Data): string | undefined =>
  listOf(data["sources"])
    .flatMap((each) => (typeof each === "string" && each.startsWith(IMPORTED_FROM) ? [each] : []))[0]
    ?.slice(IMPORTED_FROM.length);
