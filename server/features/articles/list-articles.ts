import type { Hub } from "#content/schema.ts";
import type { Db } from "#db/database.ts";
import type { Clock } from "#server/core/clock.ts";
import type { OpenKnowledge } from "#server/knowledge/open-knowledge.ts";
import type { ArticleEntry, ArticleList, ArticleParts, ArticleQuery } from "./articles.schema.ts";
import { ARTICLE_SHOWS } from "./articles.values.ts";
import { countParts } from "./count-parts.ts";
import { isStale } from "./is-stale.ts";
import { type Present, windowStart } from "./present.ts";
import { ownerOf, readAllWork, stateOf, type Work } from "./read-work.ts";
import { type Disliked, readDisliked } from "./bad-answers.ts";
import { countSigns, readWeeks, weeksStart } from "./read-weeks.ts";
import { scoreArticle } from "./score-article.ts";

export type ArticlesDeps = { db: Db; clock: Clock; hub: Pick<Hub, "staleAfterDays">; knowledge: OpenKnowledge };

const PAGE = 50;

/** Articles by the harm they do, fifty at a time; `next` leads on. `me`: who asks, for what is theirs. */
export async function listArticles(deps: ArticlesDeps, me: string, query: ArticleQuery): Promise<ArticleList> {
  const words = query.q?.toLowerCase() ?? "";
  const now = deps.clock.now();
  const work = await readAllWork(deps.db);
  const disliked = await readDisliked(deps.db, weeksStart(now));
  const named = (await rankArticles(deps, { now, work, disliked })).filter(({ title }) =>
    title.toLowerCase().includes(words),
  );
  const fits = (show: ArticleQuery["show"]) =>
    named.filter((entry) => isShown(entry, show, { me, searched: words !== "", touched: work.has(entry.id) }));
  const counts = Object.fromEntries(ARTICLE_SHOWS.map((show) => [show, fits(show).length])) as ArticleList["counts"];
  const from = Number(query.cursor ?? 0);
  const shown = fits(query.show);
  const page = shown.slice(from, from + PAGE);
  const weeks = await readWeeks(
    deps.db,
    page.map(({ id }) => id),
    now,
    disliked,
    "signs",
  );
  return {
    articles: page.map((entry) => ({ ...entry, signs: (weeks.get(entry.id) ?? []).map(countSigns) })),
    counts,
    next: shown.length > from + PAGE ? String(from + PAGE) : null,
  };
}

/** Every article that is served, the one that lets down most people first. */
async function rankArticles(
  { db, hub, knowledge }: ArticlesDeps,
  { now, work, disliked }: { now: Date; work: ReadonlyMap<string, Work>; disliked: Disliked[] },
): Promise<ArticleEntry[]> {
  const present: Present = knowledge.current().articles;
  const parts = await countParts(db, present, windowStart(now), disliked);
  const entries = [...present.values()].map((article) =>
    toEntry(article, parts.get(article.id), work.get(article.id), isStale(article, hub.staleAfterDays, now)),
  );
  return entries.toSorted(
    (a, b) => b.score.harm - a.score.harm || b.parts.views - a.parts.views || a.title.localeCompare(b.title),
  );
}

type Named = { id: string; title: string; url: string };

export function toEntry(
  { id, title, url }: Named,
  parts: ArticleParts | undefined,
  work: Work | undefined,
  stale: boolean,
): ArticleEntry {
  if (!parts) throw new Error(`${id} was not counted`);
  const score = scoreArticle(parts);
  return { id, title, url, ...stateOf(work, score.harm), owner: ownerOf(work), score, parts, stale };
}

/** `touched`: staff have done something about it. */
type Asked = { me: string; searched: boolean; touched: boolean };

function isShown(entry: ArticleEntry, show: ArticleQuery["show"], { me, searched, touched }: Asked): boolean {
  const weak = entry.score.harm > 0;
  if (show === "worst") return (weak || searched) && entry.state !== "dismissed";
  if (show === "stale") return entry.stale;
  if (show === "mine") return entry.owner?.id === me;
  return entry.state === show && (weak || touched);
}
