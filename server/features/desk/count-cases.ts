import { and, gt, isNotNull, isNull, type SQL } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { countWhere } from "#db/query.ts";
import { escalations } from "#db/schema/escalation.ts";
import type { CaseQuery } from "./cases.schema.ts";
import type { CaseCounts } from "./desk.schema.ts";
import { isMentioned, ownFilters, setFilters, type Asked } from "./filter-cases.ts";

/** Cases that agree in all that filters tell apart. */
type Group = Pick<typeof escalations.$inferSelect, "state" | "ownerId" | "priority" | "topicId"> & {
  /** Those that are no junk, and of them those out of sight. */
  cases: number;
  snoozed: number;
  junk: number;
};

/** What each filter would list with the others as they are. One walk over an index counts for all of them. */
export async function countCases(db: Db, asked: Asked, query: CaseQuery): Promise<CaseCounts> {
  const groups = await readGroups(db, asked, setFilters(db, asked, query));
  const { state: _state, ...anyState } = query;
  const { owner: _owner, ...anyOwner } = query;
  const { snoozed: _snoozed, junk: _junk, ...awake } = anyState;
  const total = (wanted: CaseQuery) => countIn(groups, asked, wanted);
  return {
    unsolved: total({ ...awake, state: "unsolved" }),
    new: total({ ...awake, state: "new" }),
    open: total({ ...awake, state: "open" }),
    waiting: total({ ...awake, state: "waiting" }),
    solved: total({ ...awake, state: "solved" }),
    all: total(awake),
    snoozed: total({ ...awake, snoozed: "yes" }),
    junk: total({ ...awake, junk: "yes" }),
    anybody: total(anyOwner),
    mine: total({ ...query, owner: "me" }),
    nobody: total({ ...query, owner: "nobody" }),
    mentioned: await countMentioned(db, asked, query),
  };
}

/** A query of its own, so that a test can ask how it would be carried out. */
export function readGroups(db: Db, { now }: Asked, where: SQL | undefined) {
  const { state, ownerId, priority, topicId, snoozedUntil, junkAt } = escalations;
  const own = isNull(junkAt);
  const counts = {
    cases: countWhere(own),
    snoozed: countWhere(and(own, gt(snoozedUntil, now))),
    junk: countWhere(isNotNull(junkAt)),
  };
  return db
    .select({ state, ownerId, priority, topicId, ...counts })
    .from(escalations)
    .where(where)
    .groupBy(state, ownerId, priority, topicId);
}

/** Says of groups what `ownFilters` says of cases. */
function countIn(groups: Group[], { staffId }: Asked, query: CaseQuery): number {
  const { state, owner, priority, topic, snoozed, junk, q } = query;
  const ownerId = owner === "me" ? staffId : owner;
  let total = 0;
  for (const group of groups) {
    if (state && (state === "unsolved" ? group.state === "solved" : group.state !== state)) continue;
    if (priority && group.priority !== priority) continue;
    if (topic && group.topicId !== topic) continue;
    if (ownerId && (ownerId === "nobody" ? group.ownerId !== null : group.ownerId !== ownerId)) continue;
    if (junk) total += group.junk;
    else if (snoozed) total += group.snoozed;
    else total += q ? group.cases : group.cases - group.snoozed;
  }
  return total;
}

const countMentioned = (db: Db, asked: Asked, query: CaseQuery): Promise<number> =>
  db.$count(
    escalations,
    and(isMentioned(db, asked), setFilters(db, asked, { ...query, mentioned: undefined }), ownFilters(asked, query)),
  );
