import { sayCount } from "../../say-count.ts";
import type { Article } from "../articles.ts";
import type { NewTopic } from "./name-topics.ts";

/** Topics with their groups and how many articles stand in each, as the report lists them: “Use: 2 articles; in Keys 3, in Start 1”. */
export function describeTopics(articles: Article[], topics: NewTopic[]): string[] {
  const own = articles.filter(({ page }) => page.original === undefined);
  return [...Map.groupBy(own, ({ topic }) => topic)].map(([id, within]) => {
    const { title = id, groups = [] } = topics.find((topic) => topic.id === id) ?? {};
    const parts = groups.flatMap((group) => {
      const count = within.filter((article) => article.group === group.id).length;
      return count > 0 ? [`in ${group.title} ${count}`] : [];
    });
    return `${title}: ${sayCount(within.length, "article")}${parts.length > 0 ? `; ${parts.join(", ")}` : ""}`;
  });
}
