import path from "node:path";
import { slugOf } from "#site/blocks/slug.ts";
import { convertBlocks } from "./blocks/convert.ts";
import { takeTitle, tidy } from "./blocks/tidy.ts";
import { readAnchors } from "./headings.ts";
import type { Progress } from "./progress.ts";
import type { Report, Tell } from "./report.ts";
import type { Place } from "./topics.ts";
import { plainText, childrenOf, type Node } from "./tree.ts";
import type { SourcePage } from "./source.ts";

export type Article = {
  page: SourcePage;
  topic: string;
  slug: string;
  title: string;
  short?: string;
  summary: string;
  kind: "guide" | "faq" | "troubleshooting";
  order: number;
  /** Its sections' ids, by the names that the source's links use. */
  anchors: Map<string, string>;
};

const [TITLE_MIN, TITLE_MAX, SHORT_MAX, SUMMARY_MIN, SUMMARY_MAX, SLUG_MAX] = [5, 110, 48, 20, 260, 80];

/** Makes an article of every page, under a name that no other has. */
export function makeArticles(places: Place[], report: Report, progress: Progress): Article[] {
  const taken = new Set<string>();
  const byFile = new Map(places.map((place) => [place.page.file, place]));
  return progress.each(
    "Converting",
    [...byFile.keys()],
    (file) => {
      const place = byFile.get(file);
      return place ? [makeArticle(place, taken, report.about(file))] : [];
    },
    report,
  );
}

function makeArticle({ page, topic, topicTitle, order }: Place, taken: Set<string>, tell: Tell): Article {
  const { tree } = page;
  convertBlocks(tree, tell);
  const heading = takeTitle(tree);
  tidy(tree);
  const fallback =
    page.names
      .find((name) => name)
      ?.split("/")
      .at(-1)
      ?.replaceAll(/[-_]+/g, " ") ?? page.file;
  const given = page.title ?? heading ?? fallback;
  const title = fitTitle(given, topicTitle, tell);
  const short = page.short && page.short !== title && page.short.length >= 3 ? cut(page.short, SHORT_MAX) : undefined;
  const slug = chooseSlug(page, topic, title, taken, tell);
  const kind = /troubleshoot|problem|error/i.test(slug)
    ? "troubleshooting"
    : /(?:^|-)faqs?(?:-|$)/.test(slug)
      ? "faq"
      : "guide";
  const summary = summarise(page, title, tell);
  return { page, topic, slug, title, short, summary, kind, order, anchors: readAnchors(tree) };
}

function fitTitle(given: string, topicTitle: string, tell: Tell): string {
  const words = given.replace(/\s+/g, " ").trim();
  if (words.length < TITLE_MIN) {
    const longer = cut(`${words} (${topicTitle})`, TITLE_MAX);
    tell(1, words, `A title has ${TITLE_MIN} letters at least: it became “${longer}”. Say what the reader will find.`);
    return longer.padEnd(TITLE_MIN, ".");
  }
  if (words.length > TITLE_MAX) tell(1, words, `A title has ${TITLE_MAX} letters at most: it was cut. Shorten it.`);
  return cut(words, TITLE_MAX);
}

/** The description, or the first words of the text. */
function summarise({ summary, tree }: SourcePage, title: string, tell: Tell): string {
  const said = summary?.replace(/\s+/g, " ").trim();
  if (said && said.length >= SUMMARY_MIN) {
    if (said.length > SUMMARY_MAX)
      tell(1, said, `A summary has ${SUMMARY_MAX} letters at most: it was cut. Shorten it.`);
    return cut(said, SUMMARY_MAX);
  }
  const first = childrenOf(tree)
    .filter(({ type }) => type === "paragraph" || type === "list")
    .map((node) => plainText([node]))
    .find((words) => words.length >= SUMMARY_MIN);
  tell(
    1,
    said ?? "summary",
    "No summary was there: it was made of the first words. Say in a sentence what the page is for.",
  );
  return cut(first ?? `${title}: what there is to know about it.`, 200);
}

function cut(words: string, max: number): string {
  if (words.length <= max) return words;
  const part = words.slice(0, max - 1);
  const sentence = /^.{40,}[.!?](?=\s)/s.exec(part)?.[0];
  return sentence ?? `${part.replace(/\s+\S*$/, "")}…`;
}

function chooseSlug(page: SourcePage, topic: string, title: string, taken: Set<string>, tell: Tell): string {
  const parts = (page.names.at(-1) || page.names[0] || "").split("/").filter(Boolean);
  const last = slugOf(parts.at(-1) ?? "") || slugOf(title) || slugOf(path.basename(page.file)) || "article";
  const candidates = [
    last,
    slugOf(parts.slice(-2).join("-")),
    ...Array.from({ length: 999 }, (_, n) => `${last}-${n + 2}`),
  ];
  const fit = (slug: string) => slug.slice(0, SLUG_MAX).replace(/-+$/, "");
  const slug =
    candidates.map(fit).find((each) => each !== "" && !taken.has(`${topic}/${each}`)) ?? `${last}-${taken.size}`;
  if (slug !== fit(last)) tell(1, last, `Another article of the topic has this name: it became “${slug}”.`);
  taken.add(`${topic}/${slug}`);
  return slug;
}

export const idOf = ({ topic, slug }: Article): string => `${topic}/${slug}`;
export const addressOf = (article: Article): string => `/articles/${idOf(article)}/`;
export const contentOf = ({ page }: Article): Node[] => childrenOf(page.tree);
