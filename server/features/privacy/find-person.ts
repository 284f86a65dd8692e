import { and, eq, inArray, isNull, ne, notExists, or } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Queries } from "#db/database.ts";
import { equalsInsensitive } from "#db/query.ts";
import { answers } from "#db/schema/ask.ts";
import { escalations, type StoredTrailItem } from "#db/schema/escalation.ts";
import { votes } from "#db/schema/feedback.ts";
import { customers, members, workspaces } from "#db/schema/workspaces.ts";
import { searchKey } from "#server/core/redact.ts";

/** What an address leads to: by it everything about somebody is counted, exported and erased. */
export type Person = {
  /** In small letters. */
  address: string;
  caseIds: string[];
  /** Browsers that voted and left the address. */
  visitorIds: string[];
  /** Questions of those browsers, those that were sent along with a case, and the rest of their threads. */
  answerIds: string[];
  questionKeys: string[];
  /** What they searched for, as it would be kept. */
  searched: string[];
  customerIds: string[];
  /** Workspaces of nobody else, made when they signed in by mail. */
  workspaceIds: string[];
};

export async function findPerson(db: Queries, address: string): Promise<Person> {
  const cases = await db
    .select({ id: escalations.id, trail: escalations.trail })
    .from(escalations)
    .where(equalsInsensitive(escalations.email, address));
  const voted = await db
    .selectDistinct({ id: votes.visitorId })
    .from(votes)
    .where(equalsInsensitive(votes.email, address));
  const known = await db
    .select({ id: customers.id })
    .from(customers)
    .where(equalsInsensitive(customers.email, address));
  const trail = cases.flatMap((each) => each.trail);
  const visitorIds = idsOf(voted);
  const customerIds = idsOf(known);
  const asked = await findQuestions(db, visitorIds, refsOf(trail, "answer"));
  return {
    address,
    caseIds: idsOf(cases),
    visitorIds,
    answerIds: idsOf(asked),
    questionKeys: [...new Set(asked.map(({ key }) => key))],
    searched: [...new Set(refsOf(trail, "search").map(searchKey))],
    customerIds,
    workspaceIds: await findOwnWorkspaces(db, customerIds),
  };
}

const idsOf = (rows: { id: string }[]): string[] => rows.map(({ id }) => id);

const refsOf = (trail: StoredTrailItem[], kind: StoredTrailItem["kind"]): string[] =>
  trail.filter((item) => item.kind === kind).map(({ ref }) => ref);

async function findQuestions(db: Queries, visitorIds: string[], sent: string[]) {
  const theirs = or(inArray(answers.visitorKey, visitorIds), inArray(answers.id, sent));
  const threads = await db.selectDistinct({ id: answers.threadId }).from(answers).where(theirs);
  return db
    .select({ id: answers.id, key: answers.questionKey })
    .from(answers)
    .where(inArray(answers.threadId, idsOf(threads)));
}

async function findOwnWorkspaces(db: Queries, customerIds: string[]): Promise<string[]> {
  const others = alias(members, "others");
  const otherMembers = db
    .select({ id: others.id })
    .from(others)
    .where(and(eq(others.workspaceId, members.workspaceId), ne(others.customerId, members.customerId)));
  const own = await db
    .select({ id: workspaces.id })
    .from(members)
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(and(inArray(members.customerId, customerIds), isNull(workspaces.externalId), notExists(otherMembers)));
  return idsOf(own);
}
