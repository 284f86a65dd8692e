import { and, asc, desc } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { escalations } from "#db/schema/escalation.ts";
import type { Clock } from "#server/core/clock.ts";
import type { CaseQuery } from "./cases.schema.ts";
import { countCases } from "./count-cases.ts";
import type { CaseList } from "./desk.schema.ts";
import { ownFilters, setFilters, type Asked } from "./filter-cases.ts";
import { cutPage, newerThan, olderThan, PAGE } from "./pages.ts";
import { SUMMARY, summarise } from "./summarise-cases.ts";

type ListDeps = { db: Db; clock: Clock };

/** Cases, newest change first or longest wait first, fifty at a time; `next` leads on. */
export async function listCases({ db, clock }: ListDeps, staffId: string, query: CaseQuery): Promise<CaseList> {
  const asked = { staffId, now: clock.now() };
  const [rows, counts] = await Promise.all([selectCases(db, asked, query), countCases(db, asked, query)]);
  // in this order every row has been waiting since some moment
  const moment = query.sort === "waiting" ? "waitingSince" : "updatedAt";
  const { page, next } = cutPage(rows, (row) => row[moment] ?? row.updatedAt);
  return { cases: await summarise(db, page), counts, next };
}

/** One more than a page. A query of its own, so that a test can ask how it would be carried out. */
export function selectCases(db: Db, asked: Asked, query: CaseQuery) {
  const { waitingSince, updatedAt, id } = escalations;
  const waiting = query.sort === "waiting";
  const behind = waiting ? newerThan(query.cursor, waitingSince, id) : olderThan(query.cursor, updatedAt, id);
  return db
    .select(SUMMARY)
    .from(escalations)
    .where(and(setFilters(db, asked, query), ownFilters(asked, query), behind))
    .orderBy(...(waiting ? [asc(waitingSince), asc(id)] : [desc(updatedAt), desc(id)]))
    .limit(PAGE + 1);
}
