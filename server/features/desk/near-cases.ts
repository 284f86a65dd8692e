import { and, count, desc, eq, inArray, ne, sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { equalsInsensitive } from "#db/query.ts";
import { escalations, messages } from "#db/schema/escalation.ts";
import type { NearCase } from "./case-content.schema.ts";
import { subjectOf } from "./summarise-cases.ts";
import { rankSimilar } from "./rank-similar.ts";

type Case = Pick<
  typeof escalations.$inferSelect,
  "id" | "email" | "subject" | "message" | "articleId" | "topicId" | "createdAt"
>;

const EARLIER = 10;
const SIMILAR = 5;
/** Cases that are compared word by word: of the same article, of the same topic, and the newest of all. */
const COMPARED = 150;
/** Letters of a message; what it is about stands at its beginning. */
const READ = 400;

const COLUMNS = {
  id: escalations.id,
  reference: escalations.reference,
  email: escalations.email,
  subject: escalations.subject,
  // no case's whole message is needed for a line of a list, or for comparing
  message: sql<string>`substr(${escalations.message}, 1, ${sql.raw(String(READ))})`,
  state: escalations.state,
  articleId: escalations.articleId,
  topicId: escalations.topicId,
  createdAt: escalations.createdAt,
  mergedInto: escalations.mergedInto,
  junkAt: escalations.junkAt,
};

const newest = (db: Db, own: Case, where: SQL | undefined, limit: number) =>
  db
    .select(COLUMNS)
    .from(escalations)
    .where(and(where, ne(escalations.id, own.id)))
    .orderBy(desc(escalations.createdAt))
    .limit(limit);

/** Other cases of the same address, newest first. */
export async function listEarlier(db: Db, own: Case): Promise<NearCase[]> {
  const ofAddress = equalsInsensitive(escalations.email, own.email);
  return describe(db, await newest(db, own, ofAddress, EARLIER));
}

/** Cases that tell of the same, solved ones first. Other cases of the same address stand elsewhere. */
export async function listSimilar(db: Db, own: Case): Promise<NearCase[]> {
  const { articleId, topicId } = own;
  const rows = [
    ...(articleId ? await newest(db, own, eq(escalations.articleId, articleId), COMPARED) : []),
    ...(topicId ? await newest(db, own, eq(escalations.topicId, topicId), COMPARED) : []),
    ...(await newest(db, own, undefined, COMPARED)),
  ];
  const byOthers = rows.filter(({ email, junkAt }) => !junkAt && email.toLowerCase() !== own.email.toLowerCase());
  const others = new Map(
    byOthers.map((row) => [row.id, { ...row, text: textOf(row), solved: row.state === "solved" }]),
  );
  const text = textOf({ ...own, message: own.message.slice(0, READ) });
  return describe(db, rankSimilar({ ...own, text, solved: false }, [...others.values()], SIMILAR));
}

const textOf = ({ subject, message }: Pick<Case, "subject" | "message">): string => `${subject ?? ""}\n${message}`;

type Row = Pick<Case, "id" | "subject" | "message" | "createdAt"> &
  Pick<NearCase, "reference" | "state"> & { mergedInto: string | null; junkAt: Date | null };

async function describe(db: Db, rows: Row[]): Promise<NearCase[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const counted = await db
    .select({ id: messages.escalationId, replies: count() })
    .from(messages)
    .where(and(inArray(messages.escalationId, ids), eq(messages.from, "agent")))
    .groupBy(messages.escalationId);
  const replies = new Map(counted.map((row) => [row.id, row.replies]));
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    subject: subjectOf(row),
    state: row.state,
    createdAt: row.createdAt.toISOString(),
    aside: row.junkAt ? "junk" : row.mergedInto ? "merged" : null,
    replies: replies.get(row.id) ?? 0,
  }));
}
