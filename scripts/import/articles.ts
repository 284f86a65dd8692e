import path from "node:path";
import { articleFile } from "#content/article-path.ts";
import { slugOf } from "#site/blocks/slug.ts";
import { convertBlocks } from "./blocks/convert.ts";
import { takeTitle, tidy, type Title } from "./blocks/tidy.ts";
import { fitTitle, shorten, summarise } from "./describe.ts";
import { readAnchors, readSections, type Section } from "./links/anchors.ts";
import type { Progress } from "./progress.ts";
import type { Report, Tell } from "./report.ts";
import { slugOfPage, withoutIndex, type SourcePage } from "./source.ts";
import type { Place } from "./place-pages.ts";

export type Article = {
  page: SourcePage;
  topic: string;
  group?: string;
  slug: string;
  title: string;
  short?: string;
  summary: string;
  kind: "guide" | "faq" | "troubleshooting";
  order: number;
  sections: Section[];
  /** Its sections' ids, by the names that the source's links use. */
  anchors: Map<string, string>;
};

const SLUG_MAX = 80;
type Made = { bySource: Map<string, Article>; taken: Set<string> };

type Converted = { place: Place; heading: Title | undefined };
/** So many pages that begin with one heading have the site's name there, or its logo. */
const SITE_NAME_FROM = 4;

/** Makes an article of every page, under a name that no other has: a translation under that of its article. */
export function makeArticles(places: Place[], report: Report, progress: Progress): Article[] {
  const converted = progress.each("Converting", places, fileOfPlace, (place) => [
    convertPage(place, report.about(fileOfPlace(place))),
  ]);
  const pagesBelow = Map.groupBy(converted, ({ heading }) => heading?.words);
  const taken = new Set(places.flatMap(({ topic, slug }) => (slug ? [`${topic}/${slug}`] : [])));
  const made: Made = { bySource: new Map(), taken };
  return converted.flatMap((each) => {
    const { page } = each.place;
    if ((pagesBelow.get(each.heading?.words)?.length ?? 0) >= SITE_NAME_FROM) takeOwnTitle(each);
    const article = makeArticle(each, made, report.about(page.file));
    if (article) made.bySource.set(page.file, article);
    return article ?? [];
  });
}

const fileOfPlace = ({ page }: Place): string => page.file;

function convertPage(place: Place, tell: Tell): Converted {
  const { tree, title, titleApart } = place.page;
  convertBlocks(tree, tell);
  const heading = takeTitle(tree, title, titleApart);
  if (heading && title && heading.words !== title)
    tell(heading.line, heading.words, "The page's heading was left out: the title that its first lines name stands.");
  tidy(tree);
  return { place, heading };
}

/** Below the site's name a page's own title is the next heading. */
function takeOwnTitle(converted: Converted): void {
  const { tree, title } = converted.place.page;
  const [first] = tree.children;
  if (title !== undefined || first?.type !== "heading" || first.depth !== 2) return;
  first.depth = 1;
  converted.heading = takeTitle(tree, undefined);
  tidy(tree);
}

function makeArticle({ place, heading }: Converted, made: Made, tell: Tell): Article | null {
  const { page, topic, topicTitle, group, order } = place;
  const original = page.original === undefined ? undefined : made.bySource.get(page.original);
  if (page.original !== undefined && !original) {
    tell(1, page.file, "Not imported: the article that it is a translation of could not be.");
    return null;
  }
  const { tree } = page;
  const isEmpty = tree.children.length === 0;
  if (isEmpty)
    tell(1, page.file, "It has no text: imported as a draft. Write what it is about, or take the article away.");
  const last = page.path.split("/").at(-1) || page.file;
  const title = fitTitle(page.title ?? (heading?.words || last.replaceAll(/[-_]+/g, " ")), topicTitle, tell);
  const slug = original?.slug ?? place.slug ?? chooseSlug(page, topic, title, made.taken, tell);
  const sections = readSections(tree);
  return {
    page: { ...page, draft: page.draft || isEmpty },
    topic,
    group,
    slug,
    title,
    short: shorten(page.short, title),
    summary: summarise(page, title, tell),
    kind: original?.kind ?? kindOf(slug),
    order,
    sections,
    // a link to the title leads to the page
    anchors: new Map([
      ...(heading?.ids ?? []).map((id) => [id, ""] as const),
      ...readAnchors(sections, original?.sections),
    ]),
  };
}

function kindOf(slug: string): Article["kind"] {
  if (/troubleshoot|problem|error/.test(slug)) return "troubleshooting";
  return /(?:^|-)faqs?(?:-|$)/.test(slug) ? "faq" : "guide";
}

function chooseSlug(page: SourcePage, topic: string, title: string, taken: Set<string>, tell: Tell): string {
  const parts = withoutIndex(page.names.at(-1) || page.path)
    .split("/")
    .filter(Boolean);
  const last = slugOfPage(page) || slugOf(title) || slugOf(path.basename(page.file)) || "article";
  const fit = (slug: string) => slug.slice(0, SLUG_MAX).replace(/-+$/, "");
  const free = (slug: string) => slug !== "" && !taken.has(`${topic}/${slug}`);
  const number = (n: number): string => (free(`${fit(last)}-${n}`) ? `${fit(last)}-${n}` : number(n + 1));
  const slug = [fit(last), fit(slugOf(parts.slice(-2).join("-")))].find(free) ?? number(2);
  if (slug !== fit(last)) tell(1, last, `Another article of the topic has this name: it became “${slug}”.`);
  taken.add(`${topic}/${slug}`);
  return slug;
}

export const idOf = ({ topic, slug }: Article): string => `${topic}/${slug}`;
/** Path within the content: a translation stands beside its article. */
export const fileOf = (article: Article): string => articleFile(idOf(article), article.page.language);
/** Where readers find it, in its own language or in the one that is asked for. */
export const addressOf = (article: Article, language?: string): string =>
  `${language ? `/${language}` : ""}/articles/${idOf(article)}/`;
