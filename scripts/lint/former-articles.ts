/** Articles whose addresses readers have: those of the last two commits and the last tag, and of the build that is served. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { parseArticlePath, urlOf } from "#content/article-path.ts";
import { readFrontmatter } from "#site/knowledge/read-sources.ts";
import { git, knowsCommit, readFiles } from "./git.ts";
import type { LintOptions } from "./read-content.ts";

/** `where` says who knows it: "the last commit", "v1.2", "the build that is served". `text`: its file, "" where only a build has it. */
export type FormerArticle = { url: string; title: string; text: string; where: string };

const Served = z.object({ articles: z.array(z.object({ url: z.string(), title: z.string() })) });

/**
 * Former articles whose address is not among `urls`. A state that shares no address with these is another hub's, such as the
 * samples that `npm run content:new-hub` moved aside: nobody misses them.
 * @throws Error when `since` names nothing that git knows.
 */
export function findFormer(options: LintOptions, urls: Set<string>, titles: Set<string>): FormerArticle[] {
  const tag = git(options.contentDir, ["describe", "--tags", "--abbrev=0"])?.trim();
  const states = [
    listServed(options.buildsDir),
    listCommitted(options.contentDir, "HEAD", "the last commit", urls),
    // a copy that was made afresh, as in CI, has the last commit as it is, and often no tag
    listCommitted(options.contentDir, "HEAD^", "the commit before the last", urls),
    ...(tag ? [listCommitted(options.contentDir, tag, tag, urls)] : []),
    ...(options.since ? [listSince(options.contentDir, options.since, urls)] : []),
  ];
  const gone = states
    // all of its titles are there yet where all of its articles have moved
    .filter((state) => state.some(({ url }) => urls.has(url)) || state.every(({ title }) => titles.has(title)))
    .flatMap((state) => state.filter(({ url }) => !urls.has(url)));
  return [...new Map(gone.map((article) => [article.url, article])).values()];
}

function listServed(buildsDir: string): FormerArticle[] {
  const pointer = path.join(buildsDir, "current");
  const name = existsSync(pointer) ? readFileSync(pointer, "utf8").trim() : "";
  const file = path.join(buildsDir, name, "knowledge.json");
  if (!name || !existsSync(file)) return [];
  const { articles } = Served.parse(JSON.parse(readFileSync(file, "utf8")));
  return articles.map(({ url, title }) => ({ url, title, text: "", where: "the build that is served" }));
}

function listSince(contentDir: string, ref: string, urls: Set<string>): FormerArticle[] {
  if (!knowsCommit(contentDir, ref)) throw new Error(`--since ${ref}: git knows no such commit, branch or tag here.`);
  return listCommitted(contentDir, ref, ref, urls);
}

/** Its versions in all languages are one article. */
const addressOf = (name: string): string => urlOf(parseArticlePath(name.replace(/^articles\//, ""), "").id);

/** The articles of a commit without its drafts. Only those that are gone are read: the others have their title yet. */
function listCommitted(contentDir: string, ref: string, where: string, urls: Set<string>): FormerArticle[] {
  const listed = git(contentDir, ["ls-tree", "-r", "-z", "--name-only", ref, "--", "articles", "learn"]) ?? "";
  const files = listed.split("\0").filter((name) => /^(?:articles\/[^/]+|learn)\/[^/]+\.mdx$/.test(name));
  const all = files.map((name) => ({ name, url: addressOf(name) }));
  const gone = all.filter(({ url }) => !urls.has(url));
  const texts = readFiles(
    contentDir,
    ref,
    gone.map(({ name }) => name),
  );
  const kept = all.filter(({ url }) => urls.has(url)).map(({ url }) => ({ url, title: "", text: "", where }));
  return [
    ...kept,
    ...gone.flatMap(({ name, url }, index) => {
      const text = texts[index] ?? "";
      const { data } = readFrontmatter({ file: name, text });
      return data?.draft ? [] : [{ url, title: data?.title ?? "", text, where }];
    }),
  ];
}
