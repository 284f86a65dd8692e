import { isData, listOf, textOf } from "../data.ts";
import type { NavItem } from "../source.ts";

/** `sidebar` of astro.config: `["start", { label, items }, { label, autogenerate: { directory } }, { slug }]`. */
export const readSidebar = (sidebar: unknown): NavItem[] => listOf(sidebar).flatMap(readItem);

function readItem(item: unknown): NavItem[] {
  if (typeof item === "string") return [{ page: item }];
  if (!isData(item)) return [];
  const title = textOf(item["label"]);
  const generated = item["autogenerate"];
  if (isData(generated)) {
    const folder = { folder: textOf(generated["directory"]) ?? "." };
    return title ? [{ title, items: [folder] }] : [folder];
  }
  if (Array.isArray(item["items"])) return [{ title: title ?? "General", items: readSidebar(item["items"]) }];
  const page = textOf(item["slug"]) ?? textOf(item["link"]);
  return page && !/^https?:/.test(page) ? [{ page, label: title }] : [];
}
