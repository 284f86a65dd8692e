/** Every published article, as pages list and link it, in the language of the page that is being written. */
import { globSync } from "node:fs";
import { getCollection, type CollectionEntry } from "astro:content";
import { baseOf } from "#content/languages.ts";
import { parseArticlePath } from "#content/article-path.ts";
import type { Topic } from "#content/topics.ts";
import { speech } from "#content/words.ts";
import { contentDir } from "#site/content-dir.ts";
import { hub, spokenHub } from "#site/settings.ts";
import { inGroups } from "./groups.ts";
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
  /** Of its text: another than the page's where nobody has translated it. */
  language: string;
  /** That it has been written in. */
  languages: string[];
  entry: Entry;
  /** Its version in the default language: the same anchors lead into both. */
  first: Entry;
};
export type Shelf = { topic: Topic; url: string; articles: Article[] };

/** Drafts are in no build, whatever the setting: only pages that are developed may show them. */
const showsDrafts = import.meta.env.DEV && process.env["SHOW_DRAFTS"] === "1";
const isShown = ({ data }: Entry): boolean => showsDrafts || !data.draft;

type Library = { articles: Article[]; learn: Article[]; shelves: Shelf[]; byId: Map<string, Article> };

/** By language. A build reads every article once, whatever number of pages list them; while pages are developed, each does. */
const libraries = new Map<string, Promise<Library>>();

function openLibrary(): Promise<Library> {
  const { language } = speech();
  const opened = libraries.get(language) ?? readLibrary();
  if (!import.meta.env.DEV) libraries.set(language, opened);
  return opened;
}

async function readLibrary(): Promise<Library> {
  const articles = await readArticles();
  const versions = chooseVersions(await readLearn());
  const learn = versions.map((version) => toArticle(version, `/${version.id}/`, undefined)).toSorted(byOrder);
  const byTopic = Map.groupBy(articles, ({ topic }) => topic?.id);
  const shelves = spokenHub().topics.map((topic) => ({
    topic,
    url: `/topics/${topic.id}/`,
    articles: inGroups(topic, (byTopic.get(topic.id) ?? []).toSorted(byOrder)).flatMap((group) => group.articles),
  }));
  return { articles, learn, shelves, byId: new Map([...articles, ...learn].map((each) => [each.id, each])) };
}

/** Of a hub without any Astro is not asked: it would warn of the empty collection at every page that is developed. */
const readLearn = async () =>
  globSync("learn/*.mdx", { cwd: contentDir }).length > 0 ? getCollection("learn", isShown) : [];

/** @throws Error when an article stands in a folder that hub.yaml does not name as a topic. */
async function readArticles(): Promise<Article[]> {
  const { topics } = spokenHub();
  return chooseVersions(await getCollection("articles", isShown)).map(({ id, ...version }) => {
    const topic = topics.find((each) => each.id === id.split("/")[0]);
    if (!topic) throw new Error(`${version.entry.filePath}: its folder is not a topic of hub.yaml`);
    return toArticle({ id, ...version }, `/articles/${id}/`, topic);
  });
}

export const listArticles = async (): Promise<Article[]> => (await openLibrary()).articles;
export const listLearn = async (): Promise<Article[]> => (await openLibrary()).learn;
/** Topics in the order of hub.yaml, each with its articles in theirs. */
export const listShelves = async (): Promise<Shelf[]> => (await openLibrary()).shelves;

/** @throws Error naming `where` when there is no such article. */
export async function findArticle(id: string, where: string): Promise<Article> {
  const found = (await openLibrary()).byId.get(id);
  if (!found) throw new Error(`${where}: there is no article "${id}"`);
  return found;
}

const byOrder = (a: Article, b: Article) => a.order - b.order || a.title.localeCompare(b.title);

type Chosen = {
  id: string;
  language: string;
  languages: string[];
  entry: Entry;
  /** In the default language, where there is one. */ first: Entry;
};

/** Of each article the version in the page's language, else in the default one, else any. */
function chooseVersions(entries: Entry[]): Chosen[] {
  const [standard = "en"] = hub.languages;
  const byId = Map.groupBy(entries, (entry) => parseArticlePath(entry.id, standard).id);
  return [...byId].flatMap(([id, versions]) => {
    const byLanguage = new Map(versions.map((each) => [parseArticlePath(each.id, standard).language, each]));
    const languages = hub.languages.filter((each) => byLanguage.has(each));
    const [firstLanguage = standard] = languages;
    const language = byLanguage.has(speech().language) ? speech().language : firstLanguage;
    const [entry, first] = [byLanguage.get(language), byLanguage.get(firstLanguage)];
    return entry && first ? [{ id, language, languages, entry, first }] : [];
  });
}

function toArticle({ id, language, languages, entry, first }: Chosen, url: string, topic: Topic | undefined): Article {
  const { kind, group, order, integrations, related, learn } = first.data;
  const { draft, short } = entry.data;
  const title = draft ? `Draft: ${entry.data.title}` : entry.data.title;
  return {
    ...entry.data,
    title,
    kind,
    group,
    order,
    integrations,
    related,
    learn,
    id,
    url: baseOf(hub, speech().language) + url,
    label: short && !draft ? short : title,
    minutes: countMinutes(entry.body ?? ""),
    topic,
    language,
    languages,
    entry,
    first,
  };
}

const STARTERS = 3;
/** Questions that Ask begins with where several articles are shown: the first of each that is in the page's language. */
export const startersOf = (articles: Article[]): string[] =>
  articles
    .filter(({ language }) => language === speech().language)
    .flatMap(({ questions }) => questions.slice(0, 1).map(({ ask }) => ask))
    .slice(0, STARTERS);
