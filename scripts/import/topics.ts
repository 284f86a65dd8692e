import { slugOf } from "#site/blocks/slug.ts";
import type { Source, SourcePage, SourceTopic } from "./source.ts";

/** Where a page goes. */
export type Place = { page: SourcePage; topic: string; topicTitle: string; order: number };
export type NewTopic = { id: string; title: string; summary: string };

type Named = { topic: SourceTopic; pages: SourcePage[] };

/** Puts every page into a topic: as the navigation has them, or by folder; all into `only` when that is named. */
export function placePages(source: Source, only?: string): { places: Place[]; topics: NewTopic[] } {
  const groups = groupPages(source);
  if (only) {
    const pages = groups.flatMap((group) => group.pages);
    return {
      places: pages.map((page, index) => place(page, only, only, index)),
      topics: [describe(only, titleOf(only), pages)],
    };
  }
  const topics: NewTopic[] = [];
  const places = groups.flatMap(({ topic, pages }) => {
    const id = nameTopic(topic.title, topics);
    topics.push({ ...describe(id, topic.title, pages), ...(topic.summary ? { summary: topic.summary } : {}) });
    return pages.map((page, index) => place(page, id, topic.title, index));
  });
  return { places, topics };
}

const place = (page: SourcePage, topic: string, topicTitle: string, index: number): Place => ({
  page,
  topic,
  topicTitle,
  order: (index + 1) * 10,
});

function nameTopic(title: string, others: NewTopic[]): string {
  const slug = slugOf(title) || `topic-${others.length + 1}`;
  // the hub has its own pages under this name
  const name = (slug === "learn" ? "learning" : slug).slice(0, 60).replace(/-+$/, "");
  return others.some(({ id }) => id === name) ? `${name}-${others.length + 1}` : name;
}

/** A first sentence about a topic, until somebody writes a better one: what stands in it. */
function describe(id: string, title: string, pages: SourcePage[]): NewTopic {
  const names = pages.slice(0, 3).map((page) => page.short ?? page.title ?? titleOf(page.names.at(-1) ?? page.file));
  const more = pages.length > names.length ? ` and ${pages.length - names.length} more` : "";
  return { id, title, summary: `${names.join(", ")}${more}.` };
}

/** Pages by the topics of the navigation; those that it does not name, by their folder. */
function groupPages(source: Source): Named[] {
  const left = new Set(source.pages);
  const byName = new Map(source.pages.flatMap((page) => page.names.map((name) => [name, page] as const)));
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
  const rest = Map.groupBy(sorted(source, [...left]), (page) => folderOf(page));
  const folders = [...rest].map(([folder, pages]) => ({ ...folderTopic(source, folder), pages }));
  return [...named, ...folders.toSorted((a, b) => a.order - b.order)].filter(({ pages }) => pages.length > 0);
}

function folderTopic(source: Source, folder: string): { topic: SourceTopic; order: number } {
  const { title, summary, order } = source.folders.get(folder) ?? {};
  const standIn = folder ? titleOf(folder) : source.topics.length > 0 ? "More" : "General";
  return { topic: { title: title ?? standIn, summary, pages: [] }, order: order ?? (folder ? 100 : 0) };
}

const pathOf = (page: SourcePage): string => page.names[1] ?? page.names[0] ?? page.file;
const folderOf = (page: SourcePage): string => {
  const name = page.names[0] === pathOf(page) ? pathOf(page) : (page.names[1] ?? "");
  return name.includes("/") ? (name.split("/")[0] ?? "") : "";
};
const isBelow = (page: SourcePage, folder: string) =>
  folder === "/" || page.names.some((name) => name.startsWith(folder));

/** As a sidebar that makes itself has them: by place, then by name; what opens a folder comes first. */
function sorted({ folders }: Source, pages: SourcePage[]): SourcePage[] {
  const keyOf = (page: SourcePage): [number, string][] => {
    const parts = pathOf(page).split("/");
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
  const words = (name.split("/").at(-1) ?? name).replaceAll(/[-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
