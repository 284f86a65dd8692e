import { and, asc, desc, inArray, sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { escalations, listedFrom } from "#db/schema/escalation.ts";
import type { Clock } from "#server/core/clock.ts";
import type { CaseQuery } from "./cases.schema.ts";
import { countCases } from "./count-cases.ts";
import type { CaseList } from "./desk.schema.ts";
import { findCases, ownFilters, setFilters, type Asked } from "./filter-cases.ts";
import { cutPage, newerThan, olderThan, PAGE } from "./pages.ts";
import { SUMMARY, summarise } from "./summarise-cases.ts";

type ListDeps = { db: Db; clock: Clock };

/** Cases, the newest change first, or in the order that belongs to what is asked for; fifty at a time, `next` leads on. */
export async function listCases({ db, clock }: ListDeps, staffId: string, query: CaseQuery): Promise<CaseList> {
  const asked = { staffId, now: clock.now(), found: await findCases(db, query.q) };
  const [rows, counts] = await Promise.all([selectCases(db, asked, query), countCases(db, asked, query)]);
  const { page, next } = cutPage(rows, ({ moment }) => moment);
  return { cases: await summarise(db, page), counts, next };
}

/** Those who wait, the longest first; what is out of sight, the next to come back first; else the newest change, or return from a snooze. */
function orderOf({ now }: Asked, { sort, snoozed, junk, q }: CaseQuery) {
  const { junkAt, waitingSince, snoozedUntil, updatedAt } = escalations;
  if (junk) return { by: junkAt, first: desc, behind: olderThan } as const;
  if (sort === "waiting") return { by: waitingSince, first: asc, behind: newerThan } as const;
  if (snoozed) return { by: snoozedUntil, first: asc, behind: newerThan } as const;
  if (sort === "changed") return { by: updatedAt, first: desc, behind: olderThan } as const;
  return { by: q ? backBy(now) : listedFrom(escalations), first: desc, behind: olderThan } as const;
}

/** Who searches finds what is still snoozed too: its end is no moment yet. */
function backBy(now: Date): SQL {
  const { snoozedUntil, updatedAt } = escalations;
  const until = sql.param(now, snoozedUntil);
  return sql`(case when ${snoozedUntil} > ${until} then ${updatedAt} else ${listedFrom(escalations)} end)`;
}

/** One more than a page. A query of its own, so that a test can ask how it would be carried out. */
export function selectCases(db: Db, asked: Asked, query: CaseQuery) {
  const { id } = escalations;
  const { by, first, behind } = orderOf(asked, query);
  const order = [first(by), first(id)];
  const where = and(setFilters(db, asked, query), ownFilters(asked, query), behind(query.cursor, by, id));
  // what has to be sorted is ids and moments: the rows, with all their words, are read for one page
  const page = db
    .select({ id })
    .from(escalations)
    .where(where)
    .orderBy(...order)
    .limit(PAGE + 1);
  return db
    .select({ ...SUMMARY, moment: sql<Date>`${by}`.mapWith(escalations.updatedAt) })
    .from(escalations)
    .where(inArray(id, page))
    .orderBy(...order);
}
