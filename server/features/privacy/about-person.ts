import { and, eq, inArray, notInArray, or, type SQL } from "drizzle-orm";
import type { Queries } from "#db/database.ts";
import { equalsInsensitive, holdsJson } from "#db/query.ts";
import { searches } from "#db/schema/ask.ts";
import {
  accessRequests,
  connectionChecks,
  connectionEvents,
  connections,
  tenantRequests,
} from "#db/schema/connections.ts";
import { audit } from "#db/schema/audit.ts";
import { escalations, messages } from "#db/schema/escalation.ts";
import { votes } from "#db/schema/feedback.ts";
import { gapPhrases } from "#db/schema/gaps.ts";
import { idempotencyKeys } from "#db/schema/idempotency.ts";
import { limits } from "#db/schema/limits.ts";
import { outbox } from "#db/schema/outbox.ts";
import { customerVerifications } from "#db/schema/workspaces.ts";
import { hashSecret } from "#server/core/ids.ts";
import { findTold } from "#server/outbox/hooks/tell-hooks.ts";
import { findNamingRows } from "./find-naming.ts";
import type { Person } from "./find-person.ts";

/** Which rows of a table are about somebody: counted, exported and erased by the same conditions. */

export const theirVotes = ({ address, visitorIds }: Person): SQL | undefined =>
  or(equalsInsensitive(votes.email, address), inArray(votes.visitorId, visitorIds));

/** Of a search that others typed too nobody can tell whose it is. */
export const theirSearches = ({ searched }: Person): SQL | undefined =>
  and(inArray(searches.text, searched), eq(searches.count, 1));

/** Phrases of gaps that only they used. */
export const theirPhrases = ({ questionKeys, searched }: Person): SQL | undefined => {
  const { kind, key, count } = gapPhrases;
  const asked = and(eq(kind, "question"), inArray(key, questionKeys));
  return and(or(asked, and(eq(kind, "search"), inArray(key, searched))), eq(count, 1));
};

/** About their cases, or to or from them. */
export const deliveriesOfTheirs = (person: Person): SQL | undefined =>
  or(inArray(outbox.ref, person.caseIds), holdsJson(outbox.payload, JSON.stringify(person.address)));

/**
 * The same, what webhooks are told of their votes, questions and gaps, and what was sent with their address among others'
 * words. What waits to be sent to others stays promised.
 */
export async function theirDeliveries(db: Queries, person: Person): Promise<SQL | undefined> {
  const looked = { id: outbox.id, texts: [outbox.payload], within: eq(outbox.state, "sent") };
  const sent = await findNamingRows(db, outbox, looked, person.address);
  const voted = await db.select({ id: votes.id }).from(votes).where(theirVotes(person));
  const named = await db.selectDistinct({ id: gapPhrases.gapId }).from(gapPhrases).where(theirPhrases(person));
  const told = await findTold(db, [...person.answerIds, ...[...voted, ...named].map(({ id }) => id)]);
  return or(deliveriesOfTheirs(person), inArray(outbox.id, [...sent, ...told]));
}

export async function theirKeys(db: Queries, { address, caseIds }: Person): Promise<SQL | undefined> {
  const { key, response } = idempotencyKeys;
  const naming = await findNamingRows(db, idempotencyKeys, { id: key, texts: [key, response] }, address);
  return or(inArray(response, caseIds), inArray(key, naming));
}

export const theirLimits = async (db: Queries, { address }: Person): Promise<SQL> =>
  inArray(limits.key, await findNamingRows(db, limits, { id: limits.key, texts: [limits.key] }, address));

export async function theirVerifications(db: Queries, { address }: Person): Promise<SQL> {
  const { id, identifier, value } = customerVerifications;
  return inArray(id, await findNamingRows(db, customerVerifications, { id, texts: [identifier, value] }, address));
}

export const theirRequests = ({ address, workspaceIds }: Person): SQL | undefined =>
  or(
    equalsInsensitive(accessRequests.email, address),
    equalsInsensitive(accessRequests.who, address),
    inArray(accessRequests.workspaceId, workspaceIds),
  );

export const theirTenantRequests = ({ address }: Person): SQL => equalsInsensitive(tenantRequests.email, address);
export const theirConnections = ({ address }: Person): SQL => equalsInsensitive(connections.ownerEmail, address);
/** What they did with a connection, and who looked them up in a CRM. */
export async function theirEvents(db: Queries, { address }: Person): Promise<SQL | undefined> {
  const { id, who, detail } = connectionEvents;
  return or(
    equalsInsensitive(who, address),
    holdsJson(detail, hashSecret(address)),
    inArray(id, await findNamingRows(db, connectionEvents, { id, texts: [detail] }, address)),
  );
}

export async function theirChecks(db: Queries, { address }: Person): Promise<SQL> {
  const { id, results } = connectionChecks;
  return inArray(id, await findNamingRows(db, connectionChecks, { id, texts: [results] }, address));
}

export async function namedInLog(db: Queries, { address }: Person): Promise<SQL | undefined> {
  const { id, detail, objectId } = audit;
  const naming = await findNamingRows(db, audit, { id, texts: [detail] }, address);
  return or(inArray(id, naming), equalsInsensitive(objectId, address));
}

/** Cases of others, in whose words the address stands, or into which they wrote by mail. */
export async function namedInCases(db: Queries, { address, caseIds }: Person): Promise<SQL | undefined> {
  const { id, message, subject, trail } = escalations;
  const naming = await findNamingRows(db, escalations, { id, texts: [message, subject, trail] }, address);
  const { escalationId, body, author } = messages;
  const said = await findNamingRows(db, messages, { id: escalationId, texts: [body] }, address);
  const written = db.select({ id: escalationId }).from(messages).where(equalsInsensitive(author, address));
  return and(notInArray(id, caseIds), or(inArray(id, naming), inArray(id, said), inArray(id, written)));
}
