import type { Report } from "../report.ts";
import type { SourcePage } from "../source.ts";
import { isShelf, pagesIn, shelvesIn, type Item, type Shelf } from "./shelf.ts";

/** What the source's order becomes here: topics, with groups where two or more stand below one (ADR 50). */
export type Topic = Omit<Shelf, "items"> & {
  /** In the source's order: what stands in a shelf of it, and pages that stand in none. */
  sections: Section[];
  /** Those shelves are its groups. */
  isParted: boolean;
};
export type Section = { shelf?: Shelf; pages: SourcePage[] };

/** The lowest two levels: what holds nothing but such levels, or is one alone, is opened. */
export function asTopics(shelves: Shelf[], report: Report): Topic[] {
  const [only] = shelves;
  const isAlone = only !== undefined && shelves.length === 1 && holdsShelves(only);
  if (isAlone) tell(only, only.title, "All that there is stands in it: what is within became the topics.", report);
  return openDeep(isAlone ? only.items.filter(isShelf) : shelves).map((shelf) => asTopic(shelf, report));
}

/** A shelf as one topic, whatever is in it. */
export function asTopic({ items, ...topic }: Shelf, report: Report): Topic {
  const parts = items.filter(isShelf);
  const isParted = parts.length > 1 && parts.some((part) => pagesIn(part.items).length > 1);
  if (isParted) for (const part of parts) tellLost(part.items, `${topic.title} › ${part.title}`, report);
  else tellLost(items, topic.title, report);
  const sections = items.map((item): Section =>
    isShelf(item)
      ? { shelf: { ...item, addresses: [...item.addresses, ...addressesIn(item.items)] }, pages: pagesIn(item.items) }
      : { pages: [item] },
  );
  return { ...topic, sections, isParted };
}

const addressesIn = (items: Item[]): string[] => shelvesIn(items).flatMap(({ addresses }) => addresses);

/** Two or more, and no page of its own. */
const holdsShelves = ({ items }: Shelf): boolean => items.length > 1 && items.every(isShelf);

function openDeep(shelves: Shelf[]): Shelf[] {
  const opened = shelves.flatMap((shelf): { upper?: string; each: Shelf }[] => {
    const inner = shelf.items.filter(isShelf);
    const isDeep = holdsShelves(shelf) && inner.every(holdsShelves);
    return isDeep ? openDeep(inner).map((each) => ({ upper: shelf.title, each })) : [{ each: shelf }];
  });
  const count = Map.groupBy(opened, ({ each }) => each.title);
  return opened.map(({ upper, each }) =>
    upper && (count.get(each.title)?.length ?? 0) > 1 ? { ...each, title: `${upper}: ${each.title}` } : each,
  );
}

/** A level below groups, or one that is alone, has no place in the hub: its pages keep theirs, its name is told. */
function tellLost(items: Item[], place: string, report: Report): void {
  for (const shelf of shelvesIn(items)) {
    const todo = `Not a group of its own here: its pages (${pagesIn(shelf.items).length}) stand in “${place}”.`;
    if (!shelf.isPage && shelf.title !== place) tell(shelf, `${place} › ${shelf.title}`, todo, report);
  }
}

const tell = ({ at: { file, line } }: Shelf, what: string, todo: string, report: Report): void =>
  report.about(file)(line, what, todo);
