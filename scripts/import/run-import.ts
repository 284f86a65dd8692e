import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { idOf, makeArticles, type Article } from "./articles.ts";
import { placeImages } from "./images.ts";
import { rewriteLinks } from "./links.ts";
import { Progress } from "./progress.ts";
import { readFiles } from "./read-files.ts";
import { readSource } from "./read-source.ts";
import { Report, reportAsMarkdown, type Note } from "./report.ts";
import { placePages } from "./topics.ts";
import { writeArticle } from "./write/article-file.ts";
import { addRedirects, addTopics } from "./write/merge-hub.ts";
import { writeWhole, type NewFiles } from "./write/write-whole.ts";

export type ImportOptions = {
  source: string;
  /** The content of the hub. */
  into: string;
  topic?: string;
  flavour?: string;
  /** Where the pages are read today, such as `https://docs.example.com/guides/`. */
  site?: string;
  /** Where the report goes. */
  reportFile?: string;
  dryRun?: boolean;
  force?: boolean;
  quiet?: boolean;
};

export type Imported = { summary: string[]; notes: Note[]; report: string };

/** Reads a help centre of another kind into the hub. @throws Error, before anything is written, that says what to do. */
export async function runImport(options: ImportOptions): Promise<Imported> {
  const hubFile = path.join(options.into, "hub.yaml");
  if (!existsSync(hubFile))
    throw new Error(`There is no hub.yaml in ${options.into}: npm run content:new-hub makes an empty hub.`);
  const report = new Report();
  const progress = new Progress(options.quiet === true);
  const { root, files } = readFiles(options.source, report);
  const source = readSource({ ...options, root, files, report, progress });
  if (source.pages.length === 0)
    throw new Error(`No page was found in ${options.source}: name the folder that holds them.`);

  const { places, topics } = placePages(source, options.topic);
  const articles = makeArticles(places, report, progress);
  rewriteLinks(articles, source, report);
  const images = await placeImages(articles, source, report);
  const written = writeAll(articles, report, progress);
  const used = new Set(written.map(({ article }) => article.topic));
  const hub = addTopics(readFileSync(hubFile, "utf8"), topics, used);
  const redirects = addRedirects(
    readIfThere(path.join(options.into, "redirects.yaml")),
    written.map(({ article }) => article),
    source,
    report,
  );

  const made: NewFiles = new Map(written.map(({ article, text }) => [`articles/${idOf(article)}.mdx`, { text }]));
  for (const [name, copyOf] of images.copies) made.set(name, { copyOf });
  if (!options.force) refuseConflicts(options.into, [...made.keys()]);
  const summary = [
    `${written.length} of ${source.pages.length} pages (${source.flavour}) in ${used.size} topics`,
    `${hub.added.length} topics added to hub.yaml${hub.added.length > 0 ? ": give each a summary of its own" : ""}`,
    `${images.copies.size} images copied, ${images.missing} not found or not usable`,
    `${redirects.added} old addresses added to redirects.yaml`,
    `${report.notes.length} places to look at`,
  ];
  const text = reportAsMarkdown({ source: path.basename(root), summary, notes: report.notes });
  if (options.dryRun) return { summary, notes: report.notes, report: text };
  if (hub.added.length > 0) made.set("hub.yaml", { text: hub.yaml });
  if (redirects.added > 0) made.set("redirects.yaml", { text: redirects.yaml });
  writeWhole(options.into, made);
  return { summary, notes: report.notes, report: text };
}

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

function refuseConflicts(into: string, names: string[]): void {
  const there = names.filter((name) => existsSync(path.join(into, name)));
  if (there.length === 0) return;
  const some = there.slice(0, 5).join(", ");
  throw new Error(
    `${there.length} of the files are there already (${some}${there.length > 5 ? ", …" : ""}). Nothing was written. --force overwrites them, --topic puts the articles elsewhere.`,
  );
}

const readIfThere = (file: string): string => (existsSync(file) ? readFileSync(file, "utf8") : "");
