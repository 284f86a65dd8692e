import { NO_SPACES } from "#content/no-spaces.ts";
import type { SearchHit, SearchResults } from "#server/features/search/search.schema.ts";

/** A piece of an excerpt; `marked` where it matches the query. */
export type Piece = { text: string; marked: boolean };
export type HitSection = { heading: string; url: string; excerpt: Piece[] };
/** An article that was found, with the sections that match. */
export type Hit = {
  title: string;
  /** Of its text. */
  language: string | undefined;
  url: string;
  topic: string;
  minutes: string | null;
  sections: HitSection[];
};

/** Excerpts of the server: matches stand between \u0002 and \u0003. */
export const readServerExcerpt = (text: string): Piece[] => splitMarked(text, /\u0002([^\u0003]*)\u0003/);

/** Excerpts of Pagefind: escaped HTML with `<mark>`. Becomes text; nothing of it is ever parsed as HTML. */
export const readPagefindExcerpt = (html: string): Piece[] =>
  splitMarked(html, /<mark>(.*?)<\/mark>/s).map(({ text, marked }) => ({ text: unescapeHtml(text), marked }));

/** Pagefind ends a heading with a full stop, and may begin an excerpt within it: what the heading says already goes. */
export function dropHeading(pieces: Piece[], heading: string): Piece[] {
  const text = pieces.map((piece) => piece.text).join("");
  const words = heading.split(" ");
  const tails = words.map((_, at) => `${words.slice(at).join(" ")} `.replace(/(?<![.?!]) $/, ". "));
  let over = tails.find((tail) => text.startsWith(tail))?.length ?? 0;
  return pieces.flatMap((piece) => {
    const rest = piece.text.slice(over);
    over = Math.max(0, over - piece.text.length);
    return rest ? [{ ...piece, text: rest }] : [];
  });
}

/** Splits at matches of a pattern with one group: every other piece is marked. */
function splitMarked(text: string, pattern: RegExp): Piece[] {
  return text.split(pattern).flatMap((piece, at) => (piece ? [{ text: piece, marked: at % 2 === 1 }] : []));
}

const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#39": "'",
  "#x27": "'",
  "#x2F": "/",
};
const unescapeHtml = (html: string): string =>
  html.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);

export function readServerHit({ title, language, url, topicTitle, sections, excerpt }: SearchHit): Hit {
  const found = sections.map((section) => ({
    heading: section.heading,
    url: section.url,
    excerpt: readServerExcerpt(section.excerpt),
  }));
  const start = { heading: "", url, excerpt: readServerExcerpt(excerpt) };
  return { title, language, url, topic: topicTitle, minutes: null, sections: found.length > 0 ? found : [start] };
}

/** Where each option below "Ask" leads, in their order. */
export const listUrls = (hits: Hit[]): string[] =>
  hits.flatMap(({ url, sections }) => [url, ...sections.filter(({ heading }) => heading).map((each) => each.url)]);

/** The place of a chosen option among the hits that follow: where it leads now as before, or the first, "Ask". */
export function followOption(before: Hit[], after: Hit[], place: number): number {
  if (place === 0) return 0;
  const url = listUrls(before)[place - 1];
  return url === undefined ? 0 : listUrls(after).indexOf(url) + 1;
}

const ALIKE = 4;

/** Pagefind takes an unknown word for whatever begins with its first letter or two: such hits are none. */
export function fitsQuery({ sections }: Hit, query: string): boolean {
  const begins = query
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.slice(0, ALIKE));
  const marked = sections.flatMap(({ excerpt }) => excerpt.filter((piece) => piece.marked));
  // Keywords match without being shown.
  return marked.length === 0 || marked.some(({ text }) => begins.some((begin) => isAlike(text.toLowerCase(), begin)));
}

/** Where no spaces part the words of a query (Chinese, Japanese), what is marked is a part of it. */
const isAlike = (found: string, begin: string): boolean => found.startsWith(begin) || NO_SPACES.test(found);

/** With fewer articles, those that only the server finds are added: it knows the glossary. */
export const ENOUGH = 3;

/** What the browser found, unless the server read a word as another one. `server` is null when it did not answer. */
export function mergeHits(browser: Hit[], server: SearchResults | null): Hit[] {
  const more = (server?.hits ?? []).map(readServerHit);
  if (server?.corrected && more.length > 0) return more;
  if (browser.length >= ENOUGH) return browser;
  return [...browser, ...more.filter(({ url }) => !browser.some((hit) => hit.url === url))];
}
