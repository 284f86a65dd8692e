import { and, count, desc, eq, exists, gt, isNotNull, or, sql, type SQL } from "drizzle-orm";
import { containsInsensitive, rowsBehind } from "#db/query.ts";
import { gapPhrases, gaps } from "#db/schema/gaps.ts";
import { unknownPlace } from "#server/core/unknown-place.ts";
import type { Db } from "#db/database.ts";
import type { GapsDeps } from "./gaps.deps.ts";
import type { GapList, GapPart, GapQuery } from "./gaps.schema.ts";
import { toGapSummary } from "./to-gap-summary.ts";

const PAGE = 50;

type ListDeps = Pick<GapsDeps, "db" | "hub" | "knowledge">;

/** Gaps of a state, most asked first, fifty at a time; `next` leads to the rarer ones. */
export async function listGaps({ db, hub, knowledge }: ListDeps, query: GapQuery): Promise<GapList> {
  const where = and(narrowed(db, query), rarerThan(query.cursor));
  const rows = await db
    .select()
    .from(gaps)
    .where(where)
    .orderBy(desc(gaps.count), desc(gaps.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  const { articles } = knowledge.current();
  return {
    gaps: page.map((row) => toGapSummary(row, articles)),
    counts: await countByState(db, narrowed(db, { ...query, state: undefined })),
    topics: await countParts(db, narrowed(db, { ...query, topic: undefined }), gaps.topic, hub.topics),
    integrations: await countParts(
      db,
      narrowed(db, { ...query, integration: undefined }),
      gaps.integration,
      hub.integrations.map(({ id, name }) => ({ id, title: name })),
    ),
    next: rows.length > PAGE && last ? `${last.count} ${last.id}` : null,
  };
}

/** Each filter's counts are of what the others leave. */
const narrowed = (db: Db, { state, kind, topic, integration, q }: Partial<GapQuery>): SQL | undefined =>
  and(
    state && eq(gaps.state, state),
    kind && gt(kind === "question" ? gaps.questions : gaps.searches, 0),
    topic ? eq(gaps.topic, topic) : undefined,
    integration && eq(gaps.integration, integration),
    q ? mentions(db, q) : undefined,
  );

const mentions = (db: Db, text: string): SQL | undefined => {
  const phrase = db
    .select({ one: sql`1` })
    .from(gapPhrases)
    .where(and(sql`${gapPhrases.gapId} = ${gaps.id}`, containsInsensitive(gapPhrases.text, text)));
  return or(containsInsensitive(gaps.title, text), exists(phrase));
};

/** @throws AppError "bad_request" for a cursor of nobody's */
function rarerThan(cursor: string | undefined): SQL | undefined {
  if (cursor === undefined) return undefined;
  const [, times = "", id = ""] = /^(\d{1,15}) (\S+)$/.exec(cursor) ?? [];
  if (!id) throw unknownPlace("cursor");
  return rowsBehind({ by: Number(times), id }, gaps.count, gaps.id, "down");
}

async function countByState(db: Db, where: SQL | undefined): Promise<GapList["counts"]> {
  const rows = await db.select({ state: gaps.state, gaps: count() }).from(gaps).where(where).groupBy(gaps.state);
  const counts = { open: 0, dismissed: 0, closed: 0 };
  for (const row of rows) counts[row.state] = row.gaps;
  return counts;
}

type Column = typeof gaps.topic | typeof gaps.integration;

/** What there is to narrow by, in the hub's order. */
async function countParts(
  db: Db,
  where: SQL | undefined,
  column: Column,
  parts: { id: string; title: string }[],
): Promise<GapPart[]> {
  const rows = await db
    .select({ id: column, gaps: count() })
    .from(gaps)
    .where(and(where, isNotNull(column)))
    .groupBy(column);
  const counts = new Map(rows.map((row) => [row.id, row.gaps]));
  return parts.flatMap(({ id, title }) => {
    const found = counts.get(id);
    return found ? [{ id, title, count: found }] : [];
  });
}
