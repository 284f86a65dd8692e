import { glob, type Loader } from "astro/loaders";

type Entry = Parameters<Parameters<Loader["load"]>[0]["store"]["set"]>[0];

/** Imports and exports, and images, which may be files beside the article: only a bundler knows what they are. */
const NEEDS_MODULE = /^(?:import|export)\b|<img\b|!\[(?![^\]]*\]\((?:\/|https?:))/m;

/**
 * Articles as `glob` finds them. A bundler takes longer over a thousand modules than over all the rest of a build, and nothing but
 * their page imports one: an article that is text and blocks is none, and render-article.ts makes its page of the file.
 */
export function articleFiles(options: Parameters<typeof glob>[0]): Loader {
  const { load, ...files } = glob(options);
  const apart = (entry: Entry): Entry =>
    NEEDS_MODULE.test(entry.body ?? "") ? entry : { ...entry, deferredRender: false };
  return {
    ...files,
    load: ({ store, ...context }) =>
      load({ ...context, store: { ...store, set: (entry) => store.set({ ...entry, ...apart(entry) }) } }),
  };
}
