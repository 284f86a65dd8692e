import { readFileSync } from "node:fs";
import path from "node:path";
import { glob, type Loader } from "astro/loaders";
import { PARTS_FOLDER } from "#content/article-path.ts";
import { contentDir } from "#site/content-dir.ts";
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
    return usesParts(body) ? { ...entry, body: wholeArticle(filePath, { text: body }).text } : entry;
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
      await load(withParts(context));
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
