import type { Topic } from "#content/topics.ts";

type Grouped = { group?: string | undefined };
/** Articles under one heading of their topic; those of no group stand first, under none. */
export type Group<Article> = { id: string | undefined; title: string | undefined; articles: Article[] };

/** A topic's articles by its groups, in the order of hub.yaml; what a group holds keeps its order. Groups without any are left out. */
export function inGroups<Article extends Grouped>({ groups = [] }: Pick<Topic, "groups">, articles: Article[]) {
  const all: Omit<Group<Article>, "articles">[] = [{ id: undefined, title: undefined }, ...groups];
  return all
    .map(({ id, title }): Group<Article> => ({ id, title, articles: articles.filter(({ group }) => group === id) }))
    .filter((group) => group.articles.length > 0);
}
