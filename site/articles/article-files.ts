import path from "node:path";
import { fileURLToPath } from "node:url";
import { glob, type Loader } from "astro/loaders";
import { formatMistakes } from "#content/mistakes.ts";
import { readFrontmatter } from "#site/knowledge/read-sources.ts";

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
      load({
        ...(import.meta.env.DEV ? sayingWhatIsWrong(context) : context),
        store: { ...store, set: (entry) => store.set({ ...entry, ...apart(entry) }) },
      }),
  };
}

/** What Astro hands its own `glob`, and its types keep to themselves: who reads a file, by its ending. */
type Reader = { getEntryInfo: (given: { contents: string; fileUrl: URL }) => unknown };
type WithReaders = { entryTypes?: Map<string, Reader> };

/** A build has looked at all articles before; here somebody is writing one, and hears what a build would say. */
function sayingWhatIsWrong<Context extends object>(context: Context): Context {
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
