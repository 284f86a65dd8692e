/** The browser's own index, through Pagefind's JS API. It is loaded when search is opened. */
import { painted } from "../painted.ts";
import { fitsQuery, readPagefindExcerpt, type Hit } from "./hits.ts";

type Fragment = {
  url: string;
  excerpt: string;
  meta: { title?: string; topic?: string; minutes?: string; language?: string };
  sub_results: { title: string; url: string; excerpt: string }[];
};
type Pagefind = {
  options: (options: { excerptLength: number }) => Promise<void>;
  init: () => Promise<void>;
  preload: (query: string) => Promise<void>;
  search: (query: string, options: { filters: Record<string, string> }) => Promise<{ results: Found[] }>;
};
type Found = { data: () => Promise<Fragment> };

/** So many articles are read and shown at a time: few first, so that they are soon there; four are what a dialog shows at once. */
const SHOWN = [2, 4, 8];
const SECTIONS = 3;
let loading: Promise<Pagefind> | null = null;

export function loadPagefind(): Promise<Pagefind> {
  loading ??= startPagefind().catch((error: unknown) => {
    loading = null; // A lost connection is not for ever.
    throw error;
  });
  return loading;
}

async function startPagefind(): Promise<Pagefind> {
  // A file of the build, made after Vite has ended.
  const address = "/pagefind/pagefind.js";
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.options({ excerptLength: 16 });
  await pagefind.init();
  return pagefind;
}

/** Loads the part of the index that the first letter is in, before enough is typed to search for. */
export function preloadWords(query: string): void {
  if (query)
    loadPagefind()
      .then((pagefind) => pagefind.preload(query))
      .catch(() => {}); // said when something is searched
}

/** `showSoFar` gets the best before more are read, and says whether they are wanted still. */
export async function searchPages(
  query: string,
  filters: Record<string, string>,
  showSoFar: (hits: Hit[]) => boolean,
): Promise<Hit[]> {
  const pagefind = await loadPagefind();
  const { results } = await pagefind.search(query, { filters });
  const hits: Hit[] = [];
  for (const [at, upTo] of SHOWN.entries()) {
    const fragments = await Promise.all(results.slice(SHOWN[at - 1] ?? 0, upTo).map((result) => result.data()));
    hits.push(...fragments.map(readFragment).filter((hit) => fitsQuery(hit, query)));
    if (!showSoFar([...hits]) || results.length <= upTo) break;
    await painted();
  }
  return hits;
}

function readFragment({ url, meta, sub_results, excerpt }: Fragment): Hit {
  const found = sub_results.filter((section) => section.url !== url).slice(0, SECTIONS);
  const beginning = { heading: "", url, excerpt: readPagefindExcerpt(excerpt) };
  return {
    title: meta.title ?? url,
    language: meta.language,
    url,
    topic: meta.topic ?? "",
    minutes: meta.minutes ?? null,
    sections:
      found.length > 0
        ? found.map((section) => ({
            heading: section.title,
            url: section.url,
            excerpt: readPagefindExcerpt(section.excerpt),
          }))
        : [beginning],
  };
}
