import type { Report } from "./report.ts";
import type { Source, SourcePage } from "./source.ts";
import { asTopic, asTopics, type Section, type Topic } from "./topics/as-topics.ts";
import { titleOfName } from "./topics/by-folder.ts";
import { listShelves } from "./topics/list-shelves.ts";
import { nameGroups, nameTopic, type NewTopic } from "./topics/name-topics.ts";
import type { Earlier } from "./write/earlier.ts";

/** Where a page goes. */
export type Place = {
  page: SourcePage;
  topic: string;
  topicTitle: string;
  group?: string;
  /** The name that its article has since an earlier import. */
  slug?: string;
  order: number;
};
/** Where readers found a list of pages, and the topic and group that it became. */
export type OldList = { from: string; topic: string; group?: string };
export type Placed = { places: Place[]; topics: NewTopic[]; lists: OldList[] };

type Known = { there: NewTopic[]; earlier: Earlier; report: Report };
type Asked = Known & { only: string | undefined };

/** Puts every page into a topic, and its group: as the navigation has them, or by folder; all into `only` when that is named. */
export function placePages(source: Source, { only, there, earlier, report }: Asked): Placed {
  const shelves = listShelves(source, report);
  const placed: Placed = { places: [], topics: [], lists: [] };
  if (only) {
    const items = shelves.flat();
    const at = { file: source.pages[0]?.file ?? "", line: 1 };
    const topic = asTopic({ title: titleOfName(only), addresses: [], at, items }, report);
    placeTopic(topic, only, placed, { there, earlier, report });
  } else
    for (const topic of shelves.flatMap((each) => asTopics(each, report)))
      placeTopic(topic, chooseTopic(topic, placed, { there, earlier }), placed, { there, earlier, report });
  placed.places.push(...placeTranslations(source, placed.places));
  return placed;
}

function placeTopic(topic: Topic, id: string, placed: Placed, { there, earlier, report }: Known): void {
  const { title, summary, addresses, sections, isParted } = topic;
  const groups = isParted ? nameGroups(sections, there.find((each) => each.id === id)?.groups ?? []) : [];
  placed.topics.push({ id, title, summary, groups: groups.filter((group) => group !== undefined) });
  placed.lists.push(...addresses.map((from) => ({ from, topic: id })));
  let order = 0;
  for (const [index, { shelf = topic, pages }] of sections.entries()) {
    const stays = topicOfMost(pages, earlier) ?? id;
    const group = stays === id ? groups[index]?.id : undefined;
    if (stays !== id) placed.topics.push({ id: stays, title: shelf.title });
    if (stays !== id) tellStays(shelf, stays, report);
    if (shelf !== topic) placed.lists.push(...shelf.addresses.map((from) => ({ from, topic: stays, group })));
    for (const page of pages) {
      const before = earlier(page);
      const own = before?.topic ?? stays;
      const place = { topic: own, topicTitle: title, group: own === stays ? group : undefined, slug: before?.slug };
      placed.places.push({ page, ...place, order: (order += 10) });
    }
  }
}

function tellStays({ title, at: { file, line } }: Topic | NonNullable<Section["shelf"]>, id: string, report: Report) {
  const todo = `Its pages stay in the topic “${id}”, where an earlier import put them, so that their addresses hold.`;
  report.about(file)(line, title, todo);
}

/** The topic's own name, or the one that its pages have since an earlier import, when the source called it otherwise. */
function chooseTopic(
  { title, sections }: Topic,
  { topics }: Placed,
  { there, earlier }: Omit<Known, "report">,
): string {
  const name = nameTopic(title, topics, there);
  const pages = sections.flatMap((section) => section.pages);
  const before = topicOfMost(pages, earlier);
  const isTaken = topics.some(({ id }) => id === before) || pages.some((page) => earlier(page)?.topic === name);
  // an import of before there were groups has made topics of what are its groups now
  const isGroup = nameGroups(sections, []).some((group) => group?.id === before);
  return before === undefined || isTaken || isGroup ? name : before;
}

/** The topic that most of a section's pages are in since an earlier import. */
function topicOfMost(pages: SourcePage[], earlier: Earlier): string | undefined {
  const before = pages.flatMap((page) => earlier(page)?.topic ?? []);
  const byTopic = [...Map.groupBy(before, (topic) => topic)];
  return byTopic.toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0];
}

/** A translation stands where the article does that it is one of. */
function placeTranslations({ pages }: Source, places: Place[]): Place[] {
  const byFile = new Map(places.map((each) => [each.page.file, each]));
  return pages.flatMap((page) => {
    const original = page.original === undefined ? undefined : byFile.get(page.original);
    return original ? [{ ...original, page }] : [];
  });
}
