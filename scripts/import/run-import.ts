import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { PARTS_FOLDER } from "#content/article-path.ts";
import { loadHub } from "#content/hub.ts";
import { Slug } from "#content/values.ts";
import { fileOf, makeArticles, type Article } from "./articles.ts";
import { Images } from "./images/place-images.ts";
import { placeVideos } from "./images/place-videos.ts";
import { rewriteLinks } from "./links/rewrite-links.ts";
import { listOldAddresses } from "./old-addresses.ts";
import { Progress } from "./progress.ts";
import { readFiles } from "./read-files.ts";
import { readSource } from "./read-source.ts";
import { Report, reportAsMarkdown, type Note } from "./report.ts";
import { openSingles } from "./shared.ts";
import { shareParts } from "./shared-parts.ts";
import type { Source } from "./source.ts";
import { sayCount } from "../say-count.ts";
import { placePages, type Placed } from "./place-pages.ts";
import { describeTopics } from "./topics/describe-topics.ts";
import { writeArticle } from "./write/article-file.ts";
import { groupHere, knowEarlier } from "./write/earlier.ts";
import { addRedirects } from "./write/merge-redirects.ts";
import { addTopics } from "./write/merge-topics.ts";
import { addToRecord, knowChanged, RECORD, sortOut } from "./write/record.ts";
import { refuse, tellKept, tellThere } from "./write/tell-there.ts";
import { writeWhole, type NewFiles } from "./write/write-whole.ts";

export type ImportOptions = {
  source: string;
  /** The content of the hub. */
  into: string;
  topic?: string;
  flavour?: string;
  /** Where the pages are read today, such as `https://docs.example.com/guides/`. */
  site?: string;
  dryRun?: boolean;
  force?: boolean;
  quiet?: boolean;
};

export type Imported = { summary: string[]; notes: Note[]; report: string; files: string[] };

/** Reads a help centre of another kind into the hub. @throws Error, before anything is written, that says what to do. */
export async function runImport(options: ImportOptions): Promise<Imported> {
  if (!existsSync(path.join(options.into, "hub.yaml")))
    throw new Error(`There is no hub.yaml in ${options.into}: npm run content:new-hub makes an empty hub.`);
  if (options.topic !== undefined && (!Slug.safeParse(options.topic).success || options.topic === "learn"))
    throw new Error(
      `"${options.topic}" is no topic: use small letters, digits and single hyphens, and another word than learn.`,
    );
  const report = new Report();
  const progress = new Progress(report, options.quiet === true);
  const { source, placed, articles } = readArticles(options, report, progress);
  const images = new Images(options.into, source);
  await images.placeAll(articles, report, progress);
  const videos = placeVideos(articles, source, options.into, report);
  const parts = shareParts(articles);
  const written = writeAll(articles, progress);
  const outcome = [...written.map(describe), ...parts];
  const made = new Map(outcome.map(([name, { text }]) => [name, text]));
  const sorted = sortOut(options.into, made);
  if (sorted.foreign.length > 0 && !options.force && !options.dryRun) refuse(sorted.foreign);
  // without a part that they name there would be no articles
  const gone = sorted.gone.filter((name) => !parts.has(name));
  const kept = new Set(options.force ? [] : [...sorted.edited, ...gone]);
  const fresh = new Map([...made].filter(([name]) => !kept.has(name)));
  const all = written.map(({ article }) => article);
  if (!options.force) tellKept(new Map(outcome.map(([name, { from }]) => [name, from])), { ...sorted, gone }, report);
  const there = all.filter((article) => options.force || !sorted.gone.includes(fileOf(article)));
  const merged = merge({ options, source, placed, articles: there, report });

  const summary = [
    `${written.length} of ${sayCount(source.pages.length, "page")} (${source.flavour}) in ${sayCount(merged.used, "topic")}`,
    ...tellThere({ ...sorted, gone }, options.force),
    ...(parts.size > 0 ? [`${sayCount(parts.size, "passage")} of several pages in ${PARTS_FOLDER}/`] : []),
    ...merged.summary,
    `${sayCount(images.copies.size, "image")} copied, ${images.missing} not found or not usable`,
    ...(videos.size > 0 ? [`${sayCount(videos.size, "file")} of films copied`] : []),
    `${sayCount(report.notes.length, "place")} to look at`,
  ];
  const topics = describeTopics(articles, placed.topics);
  const text = reportAsMarkdown({ source: path.basename(source.root), summary, topics, notes: report.notes });
  const own: NewFiles = new Map([...fresh].map(([name, words]) => [name, { text: words }]));
  own.set(RECORD, { text: addToRecord(options.into, fresh) });
  if (!options.dryRun) writeWhole(options.into, new Map([...own, ...images.copies, ...videos, ...merged.files]));
  return { summary, notes: report.notes, report: text, files: [...made.keys()] };
}

/** The source as articles in their places, whose links lead to each other. */
function readArticles(options: ImportOptions, report: Report, progress: Progress) {
  const { languages, topics: there } = loadHub(options.into);
  const { root, files } = readFiles(options.source, report);
  const source = readSource({ ...options, root, files, languages, report, progress });
  if (source.pages.length === 0)
    throw new Error(`No page was found in ${options.source}: name the folder that holds them.`);
  openSingles(source.pages.map(({ tree }) => tree));
  const earlier = knowEarlier(options.into, source, options.topic);
  const placed = placePages(source, { only: options.topic, there, earlier, report });
  const articles = makeArticles(placed.places, report, progress);
  if (!options.force) keepGroups(articles, options.into);
  rewriteLinks(articles, source, placed.lists, report);
  return { source, placed, articles };
}

type Written = { article: Article; text: string };
const describe = ({ article, text }: Written) => [fileOf(article), { text, from: article.page.file }] as const;

/** An article that cannot be written is told, and takes nothing else with it. */
function writeAll(articles: Article[], progress: Progress): Written[] {
  return progress.each(
    "Writing",
    articles,
    ({ page }) => page.file,
    (article) => [{ article, text: writeArticle(article) }],
  );
}

/** What was changed here stays, and with it the group that it is in. */
function keepGroups(articles: Article[], into: string): void {
  const isChanged = knowChanged(into);
  for (const article of articles) {
    const name = fileOf(article);
    if (isChanged(name)) article.group = groupHere(into, name);
  }
}

type Merge = { options: ImportOptions; source: Source; placed: Placed; articles: Article[]; report: Report };

/** What the import adds to files that are there already: topics and redirects. */
function merge({ options: { into }, source, placed: { topics, lists }, articles, report }: Merge) {
  const used = new Set(articles.map(({ topic }) => topic));
  const hub = addTopics(readFileSync(path.join(into, "hub.yaml"), "utf8"), topics, articles);
  const old = listOldAddresses({ articles, source, lists, report });
  const redirects = addRedirects(into, old, report);
  const files: NewFiles = new Map();
  if (hub.topics + hub.groups > 0) files.set("hub.yaml", { text: hub.yaml });
  if (redirects.added > 0) files.set("redirects.yaml", { text: redirects.yaml });
  const summary = [
    `${sayCount(hub.topics, "topic")} added to hub.yaml${hub.topics > 0 ? ": give each a summary of its own" : ""}`,
    ...(hub.groups > 0 ? [`${sayCount(hub.groups, "group")} within topics added to hub.yaml`] : []),
    `${sayCount(redirects.added, "old address", "old addresses")} added to redirects.yaml`,
  ];
  return { used: used.size, files, summary };
}
