import type { SourcePage, SourcePlace } from "../source.ts";

/** A part of the source's own order with the pages that came along, in any depth. */
export type Shelf = {
  title: string;
  summary?: string;
  /** Where readers found its list of pages. */
  addresses: string[];
  /** Its first page is called as it is. */
  isPage?: boolean;
  at: SourcePlace;
  items: Item[];
};
export type Item = SourcePage | Shelf;

export const isShelf = (item: Item): item is Shelf => "items" in item;
/** Pages that stand in no shelf of these. */
export const looseIn = (items: Item[]): SourcePage[] => items.flatMap((item) => (isShelf(item) ? [] : [item]));
export const pagesIn = (items: Item[]): SourcePage[] =>
  items.flatMap((item) => (isShelf(item) ? pagesIn(item.items) : [item]));
export const shelvesIn = (items: Item[]): Shelf[] =>
  items.filter(isShelf).flatMap((shelf) => [shelf, ...shelvesIn(shelf.items)]);

/** Shelves of one name that stand beside each other are one, in the place of the first. */
export function joinSame(items: Item[]): Item[] {
  const byTitle = Map.groupBy(items.filter(isShelf), ({ title }) => title);
  return items.flatMap((item): Item[] => {
    if (!isShelf(item)) return [item];
    const same = byTitle.get(item.title) ?? [];
    if (item !== same[0]) return [];
    return [
      {
        ...item,
        summary: same.find(({ summary }) => summary !== undefined)?.summary,
        addresses: same.flatMap(({ addresses }) => addresses),
        items: joinSame(same.flatMap((each) => each.items)),
      },
    ];
  });
}
