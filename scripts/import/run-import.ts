import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { loadHub } from "#content/hub.ts";
import { Slug } from "#content/values.ts";
import { fileOf, makeArticles, type Article } from "./articles.ts";
import { Images } from "./images/place-images.ts";
import { rewriteLinks } from "./links/rewrite-links.ts";
import { listOldAddresses } from "./old-addresses.ts";
import { Progress } from "./progress.ts";
import { readFiles } from "./read-files.ts";
import { readSource } from "./read-source.ts";
import { Report, reportAsMarkdown, type Note } from "./report.ts";
import type { Source } from "./source.ts";
import { placePages, type NewTopic } from "./topics.ts";
import { writeArticle } from "./write/article-file.ts";
import { addRedirects } from "./write/merge-redirects.ts";
import { addTopics } from "./write/merge-topics.ts";
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
  const { languages } = loadHub(options.into);
  const report = new Report();
  const progress = new Progress(options.quiet === true);
  const { root, files } = readFiles(options.source, report);
  const source = readSource({ ...options, root, files, languages, report, progress });
  if (source.pages.length === 0)
    throw new Error(`No page was found in ${options.source}: name the folder that holds them.`);

  const { places, topics } = placePages(source, options.topic);
  const articles = makeArticles(places, report, progress);
  rewriteLinks(articles, source, topics, report);
  const images = new Images(options.into, source);
  await images.placeAll(articles, report, progress);
  const written = writeAll(articles, report, progress);
  const made: NewFiles = new Map(written.map(({ article, text }) => [fileOf(article), { text }]));
  const replaced = [...made.keys()].filter((name) => existsSync(path.join(options.into, name)));
  if (replaced.length > 0 && !options.force && !options.dryRun) refuse(replaced);
  const merged = merge({ options, source, topics, articles: written.map(({ article }) => article), report });

  const summary = [
    `${written.length} of ${source.pages.length} pages (${source.flavour}) in ${merged.used} topics`,
    ...(replaced.length > 0 ? [tellReplaced(replaced, options)] : []),
    ...merged.summary,
    `${images.copies.size} images copied, ${images.missing} not found or not usable`,
    `${report.notes.length} places to look at`,
  ];
  const text = reportAsMarkdown({ source: path.basename(root), summary, notes: report.notes });
  if (!options.dryRun) writeWhole(options.into, new Map([...made, ...images.copies, ...merged.files]));
  return { summary, notes: report.notes, report: text, files: [...made.keys()] };
}

/** An article that cannot be written is told, and takes nothing else with it. */
function writeAll(articles: Article[], report: Report, progress: Progress): { article: Article; text: string }[] {
  const byFile = new Map(articles.map((article) => [article.page.file, article]));
  return progress.each(
    "Writing",
    [...byFile.keys()],
    (file) => {
      const article = byFile.get(file);
      return article ? [{ article, text: writeArticle(article) }] : [];
    },
    report,
  );
}

type Merge = { options: ImportOptions; source: Source; topics: NewTopic[]; articles: Article[]; report: Report };

/** What the import adds to files that are there already: topics and redirects. */
function merge({ options: { into }, source, topics, articles, report }: Merge) {
  const used = new Set(articles.map(({ topic }) => topic));
  const hub = addTopics(readFileSync(path.join(into, "hub.yaml"), "utf8"), topics, articles);
  const idByTopic = new Map(topics.flatMap(({ id, of }) => (of && used.has(id) ? [[of, id] as const] : [])));
  const old = listOldAddresses({ articles, source, topics: idByTopic, report });
  const redirects = addRedirects(into, old, report);
  const files: NewFiles = new Map();
  if (hub.added.length > 0) files.set("hub.yaml", { text: hub.yaml });
  if (redirects.added > 0) files.set("redirects.yaml", { text: redirects.yaml });
  const summary = [
    `${hub.added.length} topics added to hub.yaml${hub.added.length > 0 ? ": give each a summary of its own" : ""}`,
    `${redirects.added} old addresses added to redirects.yaml`,
  ];
  return { used: used.size, files, summary };
}

const shown = (names: string[]): string => names.slice(0, 5).join(", ") + (names.length > 5 ? ", …" : "");

function tellReplaced(names: string[], { force }: ImportOptions): string {
  if (force) return `${names.length} articles that were there were overwritten (${shown(names)})`;
  return `${names.length} articles are there already (${shown(names)}): only --force would overwrite them`;
}

function refuse(names: string[]): never {
  const are = names.length === 1 ? "1 of the articles is" : `${names.length} of the articles are`;
  throw new Error(
    `${are} there already (${shown(names)}). Nothing was written. --force overwrites them, --topic puts all into a topic of its own.`,
  );
}
