import { and, eq, gt, gte, inArray, isNotNull, isNull, lt, lte, notInArray, or, type SQL } from "drizzle-orm";
import { findCaseWords } from "#db/case-search.ts";
import type { Db } from "#db/database.ts";
import { caseTags, mentions } from "#db/schema/cases.ts";
import { escalations } from "#db/schema/escalation.ts";
import { containsInsensitive, equalsInsensitive } from "#db/query.ts";
import { CASE_STATES } from "../escalation/escalation.values.ts";
import type { CaseQuery } from "./cases.schema.ts";

/** Who asks, and when, and the cases that have the words asked for: found once, for the page and for all counts. */
export type Asked = { staffId: string; now: Date; found: SQL | undefined };

const UNSOLVED = CASE_STATES.filter((state) => state !== "solved");
const EVER = new Date(0);
const REFERENCE = /^[A-Z]{2,3}-[2-9A-Z]{4}-\d{3}$/i;
/** Typed without its hyphens; `status404` may be one. */
const RUN_TOGETHER = /^([A-Z]{2,3})([2-9A-Z]{4})(\d{3})$/i;
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** A reference or an address typed whole is looked up; anything else is words. */
export async function findCases(db: Db, q: string | undefined): Promise<SQL | undefined> {
  if (!q) return undefined;
  if (REFERENCE.test(q)) return eq(escalations.reference, q.toUpperCase());
  if (ADDRESS.test(q)) return equalsInsensitive(escalations.email, q);
  const words = inArray(escalations.id, await findCaseWords(db, q));
  const [, ...parts] = RUN_TOGETHER.exec(q) ?? [];
  return parts.length > 0 ? or(words, eq(escalations.reference, parts.join("-").toUpperCase())) : words;
}

/** Which cases somebody asked for, but for what each counts by: `countCases` wants them apart. */
export const setFilters = (db: Db, asked: Asked, { tag, mentioned, sort, email, before, after }: CaseQuery) =>
  and(
    asked.found,
    tag
      ? inArray(escalations.id, db.select({ id: caseTags.escalationId }).from(caseTags).where(eq(caseTags.tag, tag)))
      : undefined,
    mentioned ? isMentioned(db, asked) : undefined,
    email ? isFrom(email) : undefined,
    before ? lt(escalations.createdAt, new Date(before)) : undefined,
    after ? gte(escalations.createdAt, new Date(after)) : undefined,
    sort === "waiting"
      ? // as a range, which an index in this order can begin at
        and(gte(escalations.waitingSince, EVER), notInArray(escalations.state, ["waiting", "solved"]))
      : undefined,
  );

const isFrom = (email: string): SQL =>
  ADDRESS.test(email) ? equalsInsensitive(escalations.email, email) : containsInsensitive(escalations.email, email);

export const isMentioned = (db: Db, { staffId }: Asked): SQL =>
  inArray(escalations.id, db.select({ id: mentions.escalationId }).from(mentions).where(eq(mentions.staffId, staffId)));

/** What a case itself says. */
export const ownFilters = (asked: Asked, query: CaseQuery): SQL | undefined =>
  and(
    isInState(query.state),
    query.priority && eq(escalations.priority, query.priority),
    query.topic ? eq(escalations.topicId, query.topic) : undefined,
    isOwnedBy(asked, query.owner),
    query.junk ? isNotNull(escalations.junkAt) : isNull(escalations.junkAt),
    query.junk ? undefined : isInSight(asked, query),
  );

function isInState(state: CaseQuery["state"]): SQL | undefined {
  // by name, so that an index leads past the many that are solved
  if (state === "unsolved") return inArray(escalations.state, UNSOLVED);
  return state && eq(escalations.state, state);
}

function isOwnedBy({ staffId }: Asked, owner: string | undefined): SQL | undefined {
  if (owner === undefined) return undefined;
  return owner === "nobody" ? isNull(escalations.ownerId) : eq(escalations.ownerId, owner === "me" ? staffId : owner);
}

/** A snoozed case comes back by itself: nothing has to be done at that moment. */
function isInSight({ now }: Asked, { snoozed, q }: CaseQuery): SQL | undefined {
  if (snoozed) return gt(escalations.snoozedUntil, now);
  return q ? undefined : or(isNull(escalations.snoozedUntil), lte(escalations.snoozedUntil, now));
}
