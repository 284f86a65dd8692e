/** Every published article, as pages list and link it. */
import { getCollection, type CollectionEntry } from "astro:content";
import type { Topic } from "#content/schema.ts";
import { hub } from "#site/settings.ts";
import { countMinutes } from "./minutes.ts";

type Entry = CollectionEntry<"articles"> | CollectionEntry<"learn">;
export type Article = Entry["data"] & {
  id: string;
  /** Path within the hub, with a slash at both ends. */
  url: string;
  /** `short` where there is one: for lists and side columns. */
  label: string;
  minutes: number;
  topic: Topic | undefined;
  entry: Entry;
};
export type Shelf = { topic: Topic; url: string; articles: Article[] };

/** Drafts are in no build, whatever the setting: only pages that are developed may show them. */
const showsDrafts = import.meta.env.DEV && process.env["SHOW_DRAFTS"] === "1";
const isShown = ({ data }: Entry): boolean => showsDrafts || !data.draft;

/** @throws Error when an article stands in a folder that hub.yaml does not name as a topic. */
export async function listArticles(): Promise<Article[]> {
  const entries = await getCollection("articles", isShown);
  return entries.map((entry) => {
    const topic = hub.topics.find(({ id }) => id === entry.id.split("/")[0]);
    if (!topic) throw new Error(`${entry.filePath}: its folder is not a topic of hub.yaml`);
    return toArticle(entry, `/articles/${entry.id}/`, topic);
  });
}

export async function listLearn(): Promise<Article[]> {
  const entries = await getCollection("learn", isShown);
  return entries.map((entry) => toArticle(entry, `/${entry.id}/`, undefined)).toSorted(byOrder);
}

/** Topics in the order of hub.yaml, each with its articles in theirs. */
export async function listShelves(): Promise<Shelf[]> {
  const articles = await listArticles();
  return hub.topics.map((topic) => ({
    topic,
    url: `/topics/${topic.id}/`,
    articles: articles.filter((article) => article.topic === topic).toSorted(byOrder),
  }));
}

/** @throws Error naming `where` when there is no such article. */
export async function findArticle(id: string, where: string): Promise<Article> {
  const found = [...(await listArticles()), ...(await listLearn())].find((article) => article.id === id);
  if (!found) throw new Error(`${where}: there is no article "${id}"`);
  return found;
}

const byOrder = (a: Article, b: Article) => a.order - b.order || a.title.localeCompare(b.title);

function toArticle(entry: Entry, url: string, topic: Topic | undefined): Article {
  const { data } = entry;
  const title = data.draft ? `Draft: ${data.title}` : data.title;
  return {
    ...data,
    id: entry.id,
    url,
    title,
    label: data.short && !data.draft ? data.short : title,
    minutes: countMinutes(entry.body ?? ""),
    topic,
    entry,
  };
}

const STARTERS = 3;
/** Questions that Ask begins with where several articles are shown: the first of each. */
export const startersOf = (articles: Article[]): string[] =>
  articles.flatMap(({ questions }) => questions.slice(0, 1)).slice(0, STARTERS);
