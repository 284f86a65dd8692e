import { slugOf } from "#site/blocks/slug.ts";
import { withoutIndex, type Source, type SourcePage, type SourceTopic } from "./source.ts";

/** Where a page goes. */
export type Place = { page: SourcePage; topic: string; topicTitle: string; order: number };
/** A topic that the hub may not have yet, and the one of the source that it is. */
export type NewTopic = { id: string; title: string; summary?: string; of?: SourceTopic };

/** What the hub has already. */
type HubTopic = { id: string; title: string };

/** More pages than a reader looks through in one list. */
const LARGE = 60;

type Named = { topic: SourceTopic; pages: SourcePage[] };

/** Puts every page into a topic: as the navigation has them, or by folder; all into `only` when that is named. */
export function placePages(
  source: Source,
  { only, there }: { only: string | undefined; there: HubTopic[] },
): { places: Place[]; topics: NewTopic[] } {
  const groups = groupPages(source);
  const topics: NewTopic[] = [];
  const places = only ? placeInto(only, groups, topics) : groups.flatMap((group) => placeGroup(group, topics, there));
  return { places: [...places, ...placeTranslations(source, places)], topics };
}

function placeInto(only: string, groups: Named[], topics: NewTopic[]): Place[] {
  const pages = groups.flatMap((group) => group.pages);
  topics.push({ id: only, title: titleOf(only) });
  return pages.map((page, index) => place(page, only, only, index));
}

function placeGroup({ topic, pages }: Named, topics: NewTopic[], there: HubTopic[]): Place[] {
  const id = nameTopic(topic.title, topics, there);
  topics.push({ id, title: topic.title, summary: topic.summary, of: topic });
  return pages.map((page, index) => place(page, id, topic.title, index));
}

/** A translation stands where the article does that it is one of. */
function placeTranslations({ pages }: Source, places: Place[]): Place[] {
  const byFile = new Map(places.map((each) => [each.page.file, each]));
  return pages.flatMap((page) => {
    const original = page.original === undefined ? undefined : byFile.get(page.original);
    return original ? [{ ...original, page }] : [];
  });
}

const place = (page: SourcePage, topic: string, topicTitle: string, index: number): Place => ({
  page,
  topic,
  topicTitle,
  order: (index + 1) * 10,
});

/** The hub's own topic of that name or title, else a new one. */
function nameTopic(title: string, others: NewTopic[], there: HubTopic[]): string {
  const slug = slugOf(title) || `topic-${others.length + 1}`;
  // the hub has its own pages under this name
  const name = (slug === "learn" ? "learning" : slug).slice(0, 60).replace(/-+$/, "");
  const isFree = (id: string) => others.every((other) => other.id !== id);
  const same = there.find((each) => each.title.toLowerCase() === title.toLowerCase() && isFree(each.id));
  if (same && !there.some(({ id }) => id === name)) return same.id;
  return isFree(name) ? name : `${name}-${others.length + 1}`;
}

/** Pages by the topics of the navigation; those that it does not name, by their folder. */
function groupPages(source: Source): Named[] {
  const left = new Set(source.pages.filter(({ original }) => original === undefined));
  const byName = new Map([...left].flatMap((page) => page.names.map((name) => [name, page] as const)));
  const named = source.topics.map((topic) => {
    const pages = topic.pages.flatMap((name) => {
      if (name.endsWith("/"))
        return sorted(
          source,
          [...left].filter((page) => isBelow(page, name)),
        );
      const page = byName.get(name) ?? byName.get(name.replace(/\.(?:mdx?|html?)$/, ""));
      return page ? [page] : [];
    });
    const fresh = [...new Set(pages)].filter((page) => left.delete(page));
    return { topic, pages: fresh };
  });
  const said = [...Map.groupBy(sorted(source, [...left]), ({ topic }) => topic ?? "")].flatMap(([title, pages]) =>
    title ? [{ topic: { title, pages: [] }, pages: pages.filter((page) => left.delete(page)) }] : [],
  );
  const rest = Map.groupBy(sorted(source, [...left]), (page) => folderOf(page));
  const folders = [...new Set(["", ...rest.keys()])].flatMap((folder) =>
    placeFolder(source, folder, rest.get(folder) ?? []),
  );
  return [...named, ...said, ...folders].filter(({ pages }) => pages.length > 0);
}

/** A folder is a topic; of a large one each folder within it is one, and what lies beside those another. */
function placeFolder(source: Source, folder: string, pages: SourcePage[]): Named[] {
  const depth = folder && pages.length > LARGE ? 2 : 1;
  const parts = Map.groupBy(pages, (page) => folderOf(page, depth));
  return [...parts].map(([part, within]) => ({ topic: folderTopic(source, part, depth), pages: within }));
}

function folderTopic(source: Source, folder: string, depth: number): SourceTopic {
  const { folders, topics } = source;
  const titles = folder.split("/").map((_, at, parts) => titleOfFolder(source, parts.slice(0, at + 1).join("/")));
  const standIn = topics.length > 0 ? "More" : "General";
  const addresses = [...folders].flatMap(([name, { address }]) =>
    address && name.split("/").slice(0, depth).join("/") === folder ? [address] : [],
  );
  return { title: folder ? titles.join(": ") : standIn, summary: folders.get(folder)?.summary, addresses, pages: [] };
}

/** As the source says it, or by its name, which a page of that name may write better: `api-reference` → API Reference. */
function titleOfFolder({ folders, pages }: Source, folder: string): string {
  const named = folders.get(folder)?.title;
  if (named) return named;
  const name = folder.split("/").at(-1) ?? "";
  const own = pages.find(({ path }) => withoutIndex(path) === folder)?.title;
  return own && slugOf(own) === slugOf(name) ? own : titleOf(name);
}

/** The folder that a page lies in, of so many parts at most. */
const folderOf = ({ path }: SourcePage, depth = 1): string => path.split("/").slice(0, -1).slice(0, depth).join("/");
const isBelow = (page: SourcePage, folder: string) =>
  folder === "/" || page.names.some((name) => name.startsWith(folder));

/** As a sidebar that makes itself has them: by place, then by name; what opens a folder comes first. */
function sorted({ folders }: Source, pages: SourcePage[]): SourcePage[] {
  const keyOf = (page: SourcePage): [number, string][] => {
    const parts = page.path.split("/");
    return parts.map((part, index) => {
      const isPage = index === parts.length - 1;
      const order = isPage ? page.order : folders.get(parts.slice(0, index + 1).join("/"))?.order;
      return [order ?? (isPage && /^(?:index|readme)$/i.test(part) ? -1 : 1000), part];
    });
  };
  const keys = new Map(pages.map((page) => [page, keyOf(page)]));
  return pages.toSorted((a, b) => compare(keys.get(a) ?? [], keys.get(b) ?? []));
}

function compare(a: [number, string][], b: [number, string][]): number {
  for (const [index, [order, name]] of a.entries()) {
    const other = b[index];
    if (!other) return 1;
    if (order !== other[0]) return order - other[0];
    if (name !== other[1]) return name.localeCompare(other[1], "en", { numeric: true });
  }
  return a.length - b.length;
}

/** `custom-props` → `Custom props` */
function titleOf(name: string): string {
  const words = name.replaceAll(/[-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
