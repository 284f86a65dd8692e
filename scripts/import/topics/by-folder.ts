import { slugOf } from "#site/blocks/slug.ts";
import { withoutIndex, type Source, type SourcePage } from "../source.ts";
import { isShelf, looseIn, type Item, type Shelf } from "./shelf.ts";
import { sortPages } from "./sort-pages.ts";

/** Pages as the folders below one have them, in their order. */
export function shelveByFolder(source: Source, pages: SourcePage[], below = ""): Item[] {
  const depth = below ? below.split("/").length : 0;
  const items: Item[] = [];
  const shelves = new Map<string, Shelf>();
  for (const page of sortPages(source, pages)) {
    const parts = page.path.split("/").slice(depth, -1);
    let at = items;
    for (const index of parts.keys()) {
      const folder = [below, ...parts.slice(0, index + 1)].filter(Boolean).join("/");
      const shelf = shelves.get(folder) ?? openFolder(source, folder, page);
      shelves.set(folder, shelf);
      if (!at.includes(shelf)) at.push(shelf);
      at = shelf.items;
    }
    at.push(page);
  }
  return items;
}

function openFolder(source: Source, folder: string, first: SourcePage): Shelf {
  const { summary, address } = source.folders.get(folder) ?? {};
  return {
    title: titleOfFolder(source, folder),
    summary,
    addresses: address ? [address] : [],
    isPage: source.pages.some(({ path }) => withoutIndex(path) === folder),
    at: { file: first.file, line: 1 },
    items: [],
  };
}

/** As the source says it, or by its name, which a page of that name may write better: `api-reference` → API Reference. */
function titleOfFolder({ folders, pages }: Source, folder: string): string {
  const named = folders.get(folder)?.title;
  if (named) return named;
  const name = folder.split("/").at(-1) ?? "";
  const own = pages.find(({ path }) => withoutIndex(path) === folder)?.title;
  return own && slugOf(own) === slugOf(name) ? own : titleOfName(name);
}

/** `custom-props` → `Custom props` */
export function titleOfName(name: string): string {
  const words = name.replaceAll(/[-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Pages that stand in none, as a shelf before all others. */
export function shelveLoose(items: Item[], title: string): Shelf[] {
  const loose = looseIn(items);
  const [first] = loose;
  const at = first && { file: first.file, line: 1 };
  return [...(at ? [{ title, addresses: [], at, items: loose }] : []), ...items.filter(isShelf)];
}
