import { asAddress, type ReadOptions, type Source, type SourcePage } from "../source.ts";
import { readHtmlPage, type HtmlPage } from "./read-page.ts";

export const isHtml = (name: string): boolean => /\.x?html?$/i.test(name);
const NO_PAGE = /(?:^|\/)(?:404|search|genindex|print)(?:\.x?html?|\/index\.html?)$/i;

type Read = Exclude<HtmlPage, null> & { file: string };

/** Reads a folder of saved HTML pages, as a browser, wget or HTTrack leaves them. */
export function readHtml({ root, files, languages, base = "/", site, report, progress }: ReadOptions): Source {
  const read = progress.each("Reading", files.names.filter(isHtml), String, (file): Read[] => {
    if (NO_PAGE.test(file)) report.about(file)(1, file, "Not a page by its name: not imported.");
    const text = NO_PAGE.test(file) ? null : files.read(file);
    if (text === null) return [];
    const changed = files.changed(file);
    const made = readHtmlPage({ file, text, changed, base, languages, report });
    return made ? [{ ...made, file }] : [];
  });
  const found = read.flatMap((each) => ("page" in each ? [each] : []));
  const pages = found.map(({ page }) => page);
  shortenPaths(pages);
  for (const { page, head } of found) if (page.language) page.original = findOriginal(page, head.alternates, pages);
  const hosts = Map.groupBy(found, ({ head }) => head.address?.origin);
  const [host] = [...hosts].toSorted(([, a], [, b]) => b.length - a.length).flatMap(([origin]) => origin ?? []);
  return {
    root,
    flavour: "html",
    pages,
    navigation: [],
    folders: new Map(),
    site: site ?? host,
    redirects: read.flatMap((each) => ("to" in each ? leadOn(each) : [])),
    assets: [""],
  };
}

const leadOn = ({ from, to, file }: Extract<Read, { to: string }>): [string, string][] => {
  const target = URL.parse(to, `https://x${asAddress(file)}..`)?.pathname ?? to;
  return from.map((address) => [address, target]);
};

/** Folders that all pages are in say nothing of any. */
function shortenPaths(pages: SourcePage[]): void {
  const folders = pages.map(({ path }) => path.split("/").slice(0, -1));
  const [first = []] = folders;
  const differs = first.findIndex((part, index) => folders.some((each) => each[index] !== part));
  const shared = differs < 0 ? Math.min(...folders.map((each) => each.length), first.length) : differs;
  for (const page of pages) page.path = page.path.split("/").slice(shared).join("/");
}

/** The page that one in another language says it is also read as, or the one of the same name. */
function findOriginal(page: SourcePage, alternates: string[], pages: SourcePage[]): string | undefined {
  const others = pages.filter(({ language }) => language === undefined);
  const addresses = new Set(alternates.map(asAddress));
  const linked = others.find((other) => other.addresses.some((each) => addresses.has(each)));
  const rest = page.path.split("/").slice(1).join("/");
  return (linked ?? others.find(({ path }) => path === rest || path.split("/").slice(1).join("/") === rest))?.file;
}
