import { isData, listOf } from "../data.ts";
import { withoutExtension, type NavItem } from "../source.ts";

/** `nav` of mkdocs.yml: `["index.md", { Start: "start.md" }, { Guides: ["a.md", { B: "b.md" }] }]`. */
export const readNav = (nav: unknown): NavItem[] => listOf(nav).flatMap(readItem);

function readItem(item: unknown): NavItem[] {
  if (typeof item === "string") return readPage(item);
  if (!isData(item)) return [];
  return Object.entries(item).flatMap(([title, value]): NavItem[] =>
    typeof value === "string"
      ? readPage(value).map((page) => ({ ...page, label: title }))
      : [{ title, items: readNav(value) }],
  );
}

const readPage = (address: string): NavItem[] =>
  /^[a-z]+:/i.test(address) ? [] : [{ page: withoutExtension(address.replace(/^\.?\//, "")) }];
