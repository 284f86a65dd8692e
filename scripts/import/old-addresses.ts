import { addressOf, type Article } from "./articles.ts";
import type { Report } from "./report.ts";
import { addressesOfLists } from "./links/lists.ts";
import type { OldList } from "./place-pages.ts";
import { asAddress, type Source } from "./source.ts";
import type { OldAddress } from "./write/merge-redirects.ts";

type Imported = { articles: Article[]; source: Source; lists: OldList[]; report: Report };

/** Where readers found the pages, and where they are now. A draft has no page yet that an address could lead to. */
export function listOldAddresses({ articles, source, lists, report }: Imported): OldAddress[] {
  const own = articles.flatMap((article) => {
    const { page } = article;
    const tell = report.about(page.file);
    if (page.draft) return [];
    return page.addresses.map((from) => ({ from: encode(from), to: addressOf(article, page.language), tell }));
  });
  const now = new Map(own.map(({ from, to }) => [from.toLowerCase(), to]));
  const told = report.about("redirects");
  const carried = source.redirects.flatMap(([from, to]) => {
    const target = now.get(encode(asAddress(to)).toLowerCase());
    return target ? [{ from: encode(asAddress(from)), to: target, tell: told }] : [];
  });
  const listed = [...addressesOfLists(lists, articles)].map(([from, to]) => ({ from: encode(from), to, tell: told }));
  return [...own, ...carried, ...listed];
}

/** As it stands behind the host: a file's name may have any sign in it. */
const encode = (address: string): string =>
  encodeURI(decode(address)).replaceAll("?", "%3F").replaceAll("#", "%23").replaceAll("\\", "%5C");

function decode(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
