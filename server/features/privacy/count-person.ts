import { desc, inArray } from "drizzle-orm";
import type { Queries } from "#db/database.ts";
import { searches } from "#db/schema/ask.ts";
import { audit } from "#db/schema/audit.ts";
import { attachments } from "#db/schema/attachments.ts";
import {
  accessRequests,
  connectionChecks,
  connectionEvents,
  connections,
  tenantRequests,
} from "#db/schema/connections.ts";
import { escalations, messages } from "#db/schema/escalation.ts";
import { votes } from "#db/schema/feedback.ts";
import { idempotencyKeys } from "#db/schema/idempotency.ts";
import { limits } from "#db/schema/limits.ts";
import { outbox } from "#db/schema/outbox.ts";
import { customerSessions, customerVerifications } from "#db/schema/workspaces.ts";
import * as about from "./about-person.ts";
import type { Person } from "./find-person.ts";
import type { PersonCounts, PersonFound } from "./privacy.schema.ts";

const NAMED_SHOWN = 20;

export async function countPerson(db: Queries, person: Person): Promise<PersonCounts> {
  const { caseIds } = person;
  return {
    cases: caseIds.length,
    messages: await db.$count(messages, inArray(messages.escalationId, caseIds)),
    attachments: await db.$count(attachments, inArray(attachments.escalationId, caseIds)),
    votes: await db.$count(votes, about.theirVotes(person)),
    questions: person.answerIds.length,
    searches: await db.$count(searches, about.theirSearches(person)),
    deliveries: await db.$count(outbox, await about.theirDeliveries(db, person)),
    accounts: person.customerIds.length,
    sessions: await db.$count(customerSessions, inArray(customerSessions.userId, person.customerIds)),
    workspaces: person.workspaceIds.length,
    connections:
      (await db.$count(connections, about.theirConnections(person))) +
      (await db.$count(connectionEvents, await about.theirEvents(db, person))) +
      (await db.$count(connectionChecks, await about.theirChecks(db, person))) +
      (await db.$count(tenantRequests, about.theirTenantRequests(person))) +
      (await db.$count(accessRequests, about.theirRequests(person))),
    passing:
      (await db.$count(idempotencyKeys, await about.theirKeys(db, person))) +
      (await db.$count(limits, await about.theirLimits(db, person))) +
      (await db.$count(customerVerifications, await about.theirVerifications(db, person))),
  };
}

export const countInLog = async (db: Queries, person: Person): Promise<number> =>
  db.$count(audit, await about.namedInLog(db, person));

/** Cases of others that name the address, or that they wrote into by mail, the latest first: nobody but staff can say what is to become of them. */
export async function findNaming(db: Queries, person: Person): Promise<PersonFound["namedIn"]> {
  const { id, reference, createdAt } = escalations;
  return db
    .select({ id, reference })
    .from(escalations)
    .where(await about.namedInCases(db, person))
    .orderBy(desc(createdAt))
    .limit(NAMED_SHOWN);
}
