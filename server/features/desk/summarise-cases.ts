import { asc, inArray } from "drizzle-orm";
import type { Queries } from "#db/database.ts";
import { user } from "#db/schema/auth.ts";
import { caseTags } from "#db/schema/cases.ts";
import { escalations } from "#db/schema/escalation.ts";
import { cutText } from "#server/core/cut-text.ts";
import type { CaseSummary } from "./desk.schema.ts";

const FIRST_WORDS_MAX = 90;
/** Who has no account any more. */
export const LEFT = "Somebody who left";

/** Of a case, what a list needs. */
export const SUMMARY = {
  id: escalations.id,
  reference: escalations.reference,
  state: escalations.state,
  email: escalations.email,
  name: escalations.name,
  subject: escalations.subject,
  message: escalations.message,
  articleId: escalations.articleId,
  topicId: escalations.topicId,
  ownerId: escalations.ownerId,
  priority: escalations.priority,
  snoozedUntil: escalations.snoozedUntil,
  mergedInto: escalations.mergedInto,
  junkAt: escalations.junkAt,
  waitingSince: escalations.waitingSince,
  createdAt: escalations.createdAt,
  updatedAt: escalations.updatedAt,
  version: escalations.version,
};
type Row = Pick<typeof escalations.$inferSelect, keyof typeof SUMMARY>;

/** Rows as lists show them, with their tags and their owners' names. The rows may have more. */
export async function summarise(db: Queries, rows: Row[]): Promise<CaseSummary[]> {
  const tags = await readTags(
    db,
    rows.map((row) => row.id),
  );
  const owners = await readNames(
    db,
    rows.flatMap((row) => row.ownerId ?? []),
  );
  const references = await readReferences(
    db,
    rows.flatMap((row) => row.mergedInto ?? []),
  );
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    state: row.state,
    email: row.email,
    name: row.name,
    subject: subjectOf(row),
    articleId: row.articleId,
    topicId: row.topicId,
    owner: row.ownerId === null ? null : { id: row.ownerId, name: owners.get(row.ownerId) ?? LEFT },
    priority: row.priority,
    tags: tags.get(row.id) ?? [],
    snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
    mergedInto: references.get(row.mergedInto ?? "") ?? null,
    junkAt: row.junkAt?.toISOString() ?? null,
    waitingSince: row.waitingSince?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
  }));
}

/** By case, in the order of the alphabet. */
export async function readTags(db: Queries, ids: string[]): Promise<Map<string, string[]>> {
  const tags = new Map<string, string[]>();
  if (ids.length === 0) return tags;
  const rows = await db.select().from(caseTags).where(inArray(caseTags.escalationId, ids)).orderBy(asc(caseTags.tag));
  for (const { escalationId, tag } of rows) tags.set(escalationId, [...(tags.get(escalationId) ?? []), tag]);
  return tags;
}

/** Of colleagues, by their id. */
export async function readNames(db: Queries, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: user.id, name: user.name })
    .from(user)
    .where(inArray(user.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** A case that is gone has none: what went on in it goes with it soon. */
async function readReferences(db: Queries, ids: string[]) {
  const { id, reference } = escalations;
  const rows = ids.length === 0 ? [] : await db.select({ id, reference }).from(escalations).where(inArray(id, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

/** As it was named; the message's first words where it was not. */
export const subjectOf = ({ subject, message }: Pick<Row, "subject" | "message">): string =>
  subject?.trim() || firstWords(message);

/** The first sentence or line as a title, which has no full stop; cut at a word when it is long. */
function firstWords(text: string): string {
  const line = text.trim().split(/\n|(?<=[.!?])\s/, 1)[0] ?? "";
  return cutText(line.replace(/(?<=[^.])\.$/, ""), FIRST_WORDS_MAX);
}
