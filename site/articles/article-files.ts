import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { glob, type Loader } from "astro/loaders";
import { PARTS_FOLDER } from "#content/article-path.ts";
import { formatMistakes } from "#content/mistakes.ts";
import { contentDir } from "#site/content-dir.ts";
import { readFrontmatter } from "#site/knowledge/read-sources.ts";
import { allParts, usesParts, wholeArticle } from "./whole-article.ts";

type Context = Parameters<Loader["load"]>[0];
type Entry = Parameters<Context["store"]["set"]>[0];

/** Imports and exports, and images, which may be files beside the article: only a bundler knows what they are. */
const NEEDS_MODULE = /^(?:import|export)\b|<img\b|!\[(?![^\]]*\]\((?:\/|https?:))/m;

/**
 * Articles as `glob` finds them. A bundler takes longer over a thousand modules than over all the rest of a build, and nothing but
 * their page imports one: an article that is text and blocks is none, and render-article.ts makes its page of the file.
 */
export function articleFiles(options: Parameters<typeof glob>[0]): Loader {
  const { load, ...files } = glob(options);
  const whole = (entry: Entry): Entry => {
    const { filePath = "", body = "" } = entry;
    return usesParts(body) ? { ...entry, body: wholeArticle(filePath, body).text } : entry;
  };
  const apart = (entry: Entry): Entry =>
    NEEDS_MODULE.test(entry.body ?? "") ? entry : { ...entry, deferredRender: false };
  const withParts = (context: Context): Context => ({
    ...context,
    store: { ...context.store, set: (entry) => context.store.set({ ...entry, ...apart(whole(entry)) }) },
    // what has been read before is read again when a part has changed
    generateDigest: (data) =>
      context.generateDigest(typeof data === "string" && usesParts(data) ? data + allParts() : data),
  });
  return {
    ...files,
    load: async (context) => {
      await load(withParts(import.meta.env.DEV ? sayingWhatIsWrong(context) : context));
      followParts(context);
    },
  };
}

/** While pages are developed: to Astro, an article has changed when one of its parts has. */
function followParts({ watcher, store }: Context): void {
  const folder = path.join(contentDir, PARTS_FOLDER);
  watcher?.add(folder);
  watcher?.on("all", (_event, changed) => {
    if (path.dirname(changed) !== folder) return;
    const articles = store.values().map(({ filePath = "" }) => path.resolve(filePath));
    for (const article of articles) if (usesParts(readFileSync(article, "utf8"))) watcher.emit("change", article);
  });
}

/** What Astro hands its own `glob`, and its types keep to themselves: who reads a file, by its ending. */
type Reader = { getEntryInfo: (given: { contents: string; fileUrl: URL }) => unknown };
type WithReaders = { entryTypes?: Map<string, Reader> };

/** A build has looked at all articles before; here somebody is writing one, and hears what a build would say. */
function sayingWhatIsWrong<Given extends object>(context: Given): Given {
  const { entryTypes = new Map<string, Reader>() }: WithReaders = context;
  const readers = [...entryTypes].map(([ending, reader]): [string, Reader] => [
    ending,
    {
      ...reader,
      getEntryInfo: (given) => {
        refuseWrong(given.contents, fileURLToPath(given.fileUrl));
        return reader.getEntryInfo(given);
      },
    },
  ]);
  return { ...context, entryTypes: new Map(readers) };
}

function refuseWrong(text: string, filePath: string): void {
  const { mistakes } = readFrontmatter({ file: path.relative(process.cwd(), filePath), text });
  if (mistakes.length > 0) throw new Error(formatMistakes(mistakes));
}
