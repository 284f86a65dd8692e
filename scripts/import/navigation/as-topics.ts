import type { SourceTopic } from "../source.ts";

/** A part of a sidebar, whatever flavour it was written in: a page by its name, a folder, or a group of parts. */
export type NavItem = { page: string } | { folder: string } | NavGroup;
/** `address`: of its list of pages, below that of all pages. */
export type NavGroup = { title: string; summary?: string; address?: string; items: NavItem[] };

/** The topic of pages that stand in no group. */
const REST = "General";

/** Groups at the top become topics; pages that stand beside them go into one of their own. */
export function asTopics(items: NavItem[]): SourceTopic[] {
  const topics: SourceTopic[] = [];
  const single: string[] = [];
  for (const item of items) {
    if ("title" in item)
      topics.push({
        title: item.title,
        summary: item.summary,
        addresses: addressesOf(item),
        pages: flatten(item.items),
      });
    // a whole sidebar that makes itself: its folders are the topics
    else if ("folder" in item) continue;
    else single.push(...flatten([item]));
  }
  const merged = Map.groupBy(topics, ({ title }) => title);
  const joined = [...merged].map(([title, same]) => ({
    title,
    summary: same.find(({ summary }) => summary)?.summary,
    addresses: same.flatMap(({ addresses = [] }) => addresses),
    pages: same.flatMap(({ pages }) => pages),
  }));
  const alone = single.length > 0 ? [{ title: REST, pages: single }] : [];
  return [...alone, ...joined].filter(({ pages }) => pages.length > 0);
}

const addressesOf = ({ address, items }: NavGroup): string[] => [
  ...(address ? [address] : []),
  ...items.flatMap((item) => ("title" in item ? addressesOf(item) : [])),
];

const flatten = (items: NavItem[]): string[] =>
  items.flatMap((item) => {
    if ("page" in item) return [item.page.replace(/^\/|\/$/g, "")];
    return "folder" in item ? [`${item.folder.replace(/^[./]+|\/$/g, "")}/`] : flatten(item.items);
  });
