import { batch, signal } from "@preact/signals";
import type { IntegrationId } from "#content/schema.ts";
import { recordSearch, searchServer } from "../calls.ts";
import { painted } from "../painted.ts";
import { wantsPrivacy } from "../wants-privacy.ts";
import { leaveTrail, readTab } from "../trail/trail.ts";
import { ENOUGH, followOption, mergeHits, readServerHit, type Hit } from "./hits.ts";
import { preloadWords, searchPages } from "./pagefind.ts";
import { searchWords as t } from "./search.words.ts";

/** `away`: neither the index in the browser nor the server could be reached. `nearest`: where there are no hits. */
export type Found = Record<"hits" | "nearest", Hit[]> & {
  words: string;
  corrected: string | null;
  state: "none" | "more" | "done" | "away";
};

/** Longer than this, an index that is slow to load or hangs keeps nobody waiting: the server's results stand alone. */
const BROWSER_MS = 1500;
const SERVER_MS = 180;
const SHORTEST = 2;
const SETTLED_MS = 1200;
const NONE: Found = { words: "", hits: [], nearest: [], corrected: null, state: "none" };

/** What stands in the field. */
export const query = signal("");
/** What is searched for: `query` once the letter has been painted. */
export const words = signal("");
export const topic = signal("");
export const integration = signal<IntegrationId | "">("");
export const found = signal<Found>(NONE);
/** Which option the arrow keys are on. */
export const active = signal(0);
/** As `words` will be. */
export const typedWords = (): string => query.value.trim();

let latest = 0;
let running: Promise<void> = Promise.resolve();
/** One at a time: what is typed meanwhile is searched for when this has ended. */
let browsing: Promise<unknown> = Promise.resolve();
let settling: ReturnType<typeof setTimeout> | undefined;
let asking = new AbortController();

/** Searches for what the fields say now. What was found before stays until then. */
export function changeSearch(change: { query?: string; topic?: string; integration?: IntegrationId | "" }): void {
  batch(() => {
    if (change.query !== undefined) query.value = change.query;
    if (change.topic !== undefined) topic.value = change.topic;
    if (change.integration !== undefined) integration.value = change.integration;
    active.value = 0;
  });
  const mine = ++latest;
  asking.abort();
  clearTimeout(settling);
  running = search(mine);
}

async function search(mine: number): Promise<void> {
  const stale = (): boolean => mine !== latest;
  const asked = typedWords();
  const isSearch = asked.length >= SHORTEST;
  void painted().then(() => {
    if (stale()) return;
    batch(() => {
      words.value = asked;
      if (!isSearch) found.value = NONE;
    });
  });
  if (!isSearch) return preloadWords(asked);
  settling = setTimeout(settleSearch, SETTLED_MS);
  await browsing;
  if (stale()) return;
  const filters = {
    ...(topic.value && { topic: topic.value }),
    ...(integration.value && { integration: integration.value }),
  };
  const browsed = searchBrowser(asked, filters, stale);
  browsing = browsed;
  const browser = await browsed;
  if (stale()) return;
  await pause(SERVER_MS);
  if (stale()) return;
  asking = new AbortController();
  const server = await searchServer({ q: asked, ...filters }, asking.signal).catch(() => null);
  if (stale()) return;
  const hits = mergeHits(browser ?? [], server);
  const nearest = hits.length > 0 ? [] : (server?.nearest ?? []).map(readServerHit);
  const corrected = server?.corrected ?? null;
  show({ words: asked, hits, nearest, corrected, state: server || hits.length > 0 ? "done" : "away" });
}

/** What the browser's own index has, the best of it shown as soon as it is there. Null where it cannot be read, or not in time. */
function searchBrowser(asked: string, filters: Record<string, string>, stale: () => boolean): Promise<Hit[] | null> {
  let [isLate, hasShown] = [false, false];
  const late = pause(BROWSER_MS).then(async () => {
    if (hasShown) await pause(BROWSER_MS); // what is seen already is not taken away for being slow
    isLate = true;
    return null;
  });
  const showSoFar = (hits: Hit[]): boolean => {
    if (stale() || isLate) return false;
    hasShown = hits.length > 0;
    if (hasShown) show({ ...NONE, words: asked, hits, state: "more" });
    return true;
  };
  return Promise.race([searchPages(asked, filters, showSoFar).catch(() => null), late]);
}

/** Results that come later leave the reader at the line that they chose. */
function show(next: Found): void {
  batch(() => {
    active.value = followOption(found.value.hits, next.hits, active.value);
    found.value = next;
  });
}

const settled = new Set<string>();
/** Searches that support is being told of, or was. */
const telling = new Set<string>();
/** Words that found little, as support knows by now. */
export const told = signal<ReadonlySet<string>>(new Set());

/** The reader has stopped typing, or has chosen or closed: the search joins the trail, and a vain one becomes a gap. */
export function settleSearch(): void {
  clearTimeout(settling);
  const asked = typedWords();
  if (asked.length < SHORTEST) return;
  if (!settled.has(asked)) leaveTrail({ kind: "search", ref: asked, title: t.searched(asked) });
  settled.add(asked);
  void running.then(() => tellSupport(asked));
}

async function tellSupport(asked: string): Promise<void> {
  const { words: searched, hits, state } = found.value;
  if (topic.value || integration.value || telling.has(asked)) return; // Little was found where little was looked through.
  if (searched !== asked || state !== "done" || hits.length >= ENOUGH || wantsPrivacy()) return;
  telling.add(asked);
  try {
    await recordSearch({ q: asked, results: hits.length });
    told.value = new Set([...told.value, asked]);
  } catch {
    telling.delete(asked); // A lost count, unless it is searched for again; the reader has other worries.
  }
}

const RECENT = 5;
/** Newest first, each once. */
export const readRecent = (): string[] =>
  [
    ...new Set(
      readTab()
        .filter(({ kind }) => kind === "search")
        .map(({ ref }) => ref)
        .toReversed(),
    ),
  ].slice(0, RECENT);

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
