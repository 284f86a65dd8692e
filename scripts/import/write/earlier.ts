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

/** Pages keep the address that they were given once, wherever the source has them now. */
export function knowEarlier(into: string, source: Source): Earlier {
  const plain = (address: string) => source.plainAddress?.(address) ?? address;
  const byOrigin = new Map<string, Known>();
  const lost: Known[] = [];
  for (const name of Object.keys(readRecord(into))) {
    const [, topic, slug] = /^articles\/([^/]+)\/([^/.]+)\.mdx$/.exec(name) ?? [];
    if (!topic || !slug) continue;
    const from = originIn(readHead(into, name));
    if (from === undefined) lost.push({ topic, slug });
    else byOrigin.set(plain(from), { topic, slug });
  }
  const pages = source.pages.filter(({ original }) => original === undefined);
  const findOne = ({ addresses, file }: SourcePage) =>
    [...addresses, file].map((each) => byOrigin.get(plain(each))).find((each) => each !== undefined);
  const known = new Map(pages.map((page) => [page, findOne(page)]));
  const found = [...known.values()].filter((each) => each !== undefined).length;
  if (found < Math.min(pages.length, byOrigin.size) * SAME_SOURCE) return () => undefined;
  // what was moved or taken away here, or has other sources by now, is known by its name, where only one page has it
  const open = Map.groupBy(
    pages.filter((page) => !known.get(page)),
    slugOfPage,
  );
  const bySlug = Map.groupBy(lost, ({ slug }) => slug);
  const findLost = (page: SourcePage) => {
    const slug = slugOfPage(page);
    const [one, ...more] = bySlug.get(slug) ?? [];
    return more.length === 0 && open.get(slug)?.length === 1 ? one : undefined;
  };
  return (page) => known.get(page) ?? findLost(page);
}

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
