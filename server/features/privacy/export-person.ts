import { and, asc, eq, inArray, notInArray } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { answers, searches } from "#db/schema/ask.ts";
import { attachmentContents, attachments } from "#db/schema/attachments.ts";
import {
  accessRequests,
  connectionChecks,
  connectionEvents,
  connections,
  tenantRequests,
} from "#db/schema/connections.ts";
import { escalations, messages } from "#db/schema/escalation.ts";
import { votes } from "#db/schema/feedback.ts";
import { gapPhrases } from "#db/schema/gaps.ts";
import { outbox } from "#db/schema/outbox.ts";
import { customers, customerSessions, members, workspaces } from "#db/schema/workspaces.ts";
import type { Email } from "#server/outbox/channels/email.ts";
import { withoutLink } from "#server/outbox/channels/sealed-link.ts";
import * as about from "./about-person.ts";
import type { Person } from "./find-person.ts";

/**
 * Everything about somebody as one JSON text, case by case and file by file (base64): one file is in memory at a time.
 * Secrets are left out: hashes of links, tokens of sessions.
 */
export async function* exportPerson(db: Db, person: Person, madeAt: Date): AsyncGenerator<string> {
  yield `{"address":${JSON.stringify(person.address)},"madeAt":${JSON.stringify(madeAt)}`;
  yield* listOf("cases", person.caseIds, (id) => readCase(db, id));
  yield* listOf("questions", person.answerIds, (id) => readQuestion(db, id));
  for (const [name, rows] of Object.entries(await readRest(db, person))) yield `,\n"${name}":${JSON.stringify(rows)}`;
  const files = await db
    .select({ id: attachments.id })
    .from(attachments)
    .where(inArray(attachments.escalationId, person.caseIds));
  yield* listOf(
    "files",
    files.map(({ id }) => id),
    (id) => readFile(db, id),
  );
  yield "}\n";
}

async function* listOf(name: string, ids: string[], read: (id: string) => Promise<unknown>): AsyncGenerator<string> {
  yield `,\n"${name}":[`;
  for (const [at, id] of ids.entries()) yield `${at === 0 ? "" : ",\n"}${JSON.stringify(await read(id))}`;
  yield "]";
}

async function readCase(db: Db, id: string): Promise<unknown> {
  const [kept] = await db.select().from(escalations).where(eq(escalations.id, id));
  // gone since it was found
  if (!kept) return null;
  const { id: messageId, from, author, body, createdAt } = messages;
  const said = await db
    .select({ id: messageId, from, author, body, createdAt })
    .from(messages)
    .where(eq(messages.escalationId, id))
    .orderBy(asc(createdAt), asc(messageId));
  const { receiptHash: _secret, ...sent } = kept;
  return { ...sent, messages: said };
}

async function readQuestion(db: Db, answerId: string): Promise<unknown> {
  const { id, question, verdict, sentences, articleId, helped, reason, createdAt } = answers;
  const fields = { id, question, verdict, sentences, articleId, helped, reason, createdAt };
  const [asked] = await db.select(fields).from(answers).where(eq(id, answerId));
  return asked ?? null;
}

async function readRest(db: Db, person: Person) {
  const { articleId, answered, reason, comment, email, language, createdAt, updatedAt } = votes;
  const vote = { articleId, answered, reason, comment, email, language, createdAt, updatedAt };
  const { ipAddress, userAgent, createdAt: since, updatedAt: lastSeen, expiresAt } = customerSessions;
  const session = { ipAddress, userAgent, since, lastSeen, expiresAt };
  const { kind, state, payload, createdAt: promisedAt, sentAt } = outbox;
  const { text, count, firstAt, lastAt } = gapPhrases;
  return {
    votes: await db.select(vote).from(votes).where(about.theirVotes(person)),
    accounts: await db.select().from(customers).where(inArray(customers.id, person.customerIds)),
    sessions: await db
      .select(session)
      .from(customerSessions)
      .where(inArray(customerSessions.userId, person.customerIds)),
    memberships: await db.select().from(members).where(inArray(members.customerId, person.customerIds)),
    workspaces: await db.select().from(workspaces).where(inArray(workspaces.id, person.workspaceIds)),
    ...(await readLinked(db, person)),
    searches: await db.select().from(searches).where(about.theirSearches(person)),
    gaps: await db.select({ phrase: text, count, firstAt, lastAt }).from(gapPhrases).where(about.theirPhrases(person)),
    accessRequests: await db.select().from(accessRequests).where(about.theirRequests(person)),
    tenantRequests: await db.select().from(tenantRequests).where(about.theirTenantRequests(person)),
    connectionEvents: await db
      .select()
      .from(connectionEvents)
      .where(await about.theirEvents(db, person)),
    sent: (
      await db.select({ kind, state, payload, promisedAt, sentAt }).from(outbox).where(about.deliveriesOfTheirs(person))
    ).map(leaveLinkOut),
  };
}

/** Connections without the access to them, of what is set up in a shared one nothing, for that is not theirs; checks that name them. */
async function readLinked(db: Db, person: Person) {
  const { integration, state, accountName, accountUrl, ownerEmail, draft, saved, connectedAt, createdAt } = connections;
  const named = { integration, state, accountName, accountUrl, ownerEmail, connectedAt, createdAt };
  const { workspaceId } = connections;
  const own = db.select({ ...named, draft, saved }).from(connections);
  const shared = db.select(named).from(connections);
  return {
    connections: [
      ...(await own.where(inArray(workspaceId, person.workspaceIds))),
      ...(await shared.where(and(about.theirConnections(person), notInArray(workspaceId, person.workspaceIds)))),
    ],
    checks: await db
      .select()
      .from(connectionChecks)
      .where(await about.theirChecks(db, person)),
  };
}

/** What the outbox keeps of kind "email" is an Email. */
const leaveLinkOut = <Row extends { kind: string; payload: unknown }>(row: Row): Row =>
  row.kind === "email" ? { ...row, payload: withoutLink(row.payload as Email) } : row;

async function readFile(db: Db, id: string): Promise<unknown> {
  const { name, mediaType, escalationId, createdAt } = attachments;
  const [file] = await db
    .select({ caseId: escalationId, name, mediaType, createdAt, content: attachmentContents.content })
    .from(attachments)
    .innerJoin(attachmentContents, eq(attachmentContents.attachmentId, attachments.id))
    .where(eq(attachments.id, id));
  if (!file) return null;
  const { content, ...rest } = file;
  return { ...rest, base64: Buffer.from(content).toString("base64") };
}
