import type { Article } from "../articles.ts";
import type { OldList } from "../place-pages.ts";

/** Where a list of the source's pages is now: its topic's page, or its group there when that has something to read. */
export function addressesOfLists(lists: OldList[], articles: Article[]): Map<string, string> {
  const groups = new Set(articles.filter(({ page }) => !page.draft).map(({ topic, group }) => `${topic}#${group}`));
  const topics = new Set(articles.map(({ topic }) => topic));
  return new Map(
    lists
      .filter(({ topic }) => topics.has(topic))
      .map(({ from, topic, group }) => {
        const isShown = group !== undefined && groups.has(`${topic}#${group}`);
        return [from, `/topics/${topic}/${isShown ? `#${group}` : ""}`] as const;
      }),
  );
}
