import type { Report } from "../report.ts";
import type { NavItem, NavPage, Source, SourcePage } from "../source.ts";
import { shelveByFolder, shelveLoose } from "./by-folder.ts";
import { isShelf, joinSame, pagesIn, type Item, type Shelf } from "./shelf.ts";
import { sortPages } from "./sort-pages.ts";

/** The topic of pages that stand in none. */
const REST = "General";

/** All pages as the navigation has them; those that it does not name as their breadcrumbs, and then their folders, say. */
export function listShelves(source: Source, report: Report): Shelf[][] {
  const left = new Set(source.pages.filter(({ original }) => original === undefined));
  const navigated = shelveLoose(joinSame(shelveNavigation(source, left, report)), REST);
  const said = shelveByCrumbs(sortPages(source, [...left]), left);
  const isAll = source.navigation.every((item) => "folder" in item);
  const folders = shelveLoose(shelveByFolder(source, [...left]), isAll ? REST : "More");
  return [navigated, said, folders];
}

const MISSING =
  "The navigation names it, but it is no page of the folder: not imported. Write it, or link to where it is.";

/** Takes each page from those that are left, where the navigation first has it. */
function shelveNavigation(source: Source, left: Set<SourcePage>, report: Report): Item[] {
  const byName = new Map([...left].flatMap((page) => page.names.map((name) => [name, page] as const)));
  const take = (page: SourcePage | undefined): SourcePage[] => (page && left.delete(page) ? [page] : []);
  const known = new Set(source.pages.flatMap((page) => page.names));
  const takePage = ({ page: given, label, at }: NavPage): Item[] => {
    const name = given.replace(/^\/|\/$/g, "");
    const bare = name.replace(/\.(?:mdx?|html?)$/, "");
    // `...made()` is code, and told as such
    if (at && !given.startsWith("...") && !known.has(name) && !known.has(bare))
      report.about(at.file)(at.line, given, MISSING);
    const taken = take(byName.get(name) ?? byName.get(bare));
    for (const page of taken) page.short ??= label;
    return taken;
  };
  const takeFolder = (given: string): Item[] => {
    const folder = given.replace(/^[./]+|\/$/g, "");
    const within = [...left].filter((page) => isBelow(page, folder));
    return shelveByFolder(source, within.flatMap(take), folder);
  };
  const takeAll = (given: NavItem[]): Item[] =>
    given.flatMap((item): Item[] => {
      if ("page" in item) return takePage(item);
      if ("folder" in item) return takeFolder(item.folder);
      const items = joinSame(takeAll(item.items));
      const [first] = pagesIn(items);
      const { title, summary, addresses = [], isPage } = item;
      return first ? [{ title, summary, addresses, isPage, at: item.at ?? { file: first.file, line: 1 }, items }] : [];
    });
  // a whole sidebar that makes itself: its folders are the topics
  return takeAll(source.navigation.filter((item) => !("folder" in item)));
}

const isBelow = (page: SourcePage, folder: string): boolean =>
  folder === "" || page.names.some((name) => name.startsWith(`${folder}/`));

function shelveByCrumbs(pages: SourcePage[], left: Set<SourcePage>): Shelf[] {
  const items = pages.flatMap((page): Item[] => {
    const { crumbs = [] } = page;
    if (crumbs.length > 0) left.delete(page);
    const at = { file: page.file, line: 1 };
    return crumbs.length > 0
      ? [crumbs.reduceRight<Item>((inner, title) => ({ title, addresses: [], at, items: [inner] }), page)]
      : [];
  });
  return joinSame(items).filter(isShelf);
}
