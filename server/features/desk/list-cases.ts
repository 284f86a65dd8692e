import { and, count, desc, eq, or, type SQL } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { containsInsensitive } from "#db/query.ts";
import { escalations } from "#db/schema/escalation.ts";
import type { CaseList, CaseQuery, CaseSummary } from "./desk.schema.ts";
import { cutPage, olderThan, PAGE } from "./pages.ts";

const SUBJECT_MAX = 90;

/** Cases, newest change first, fifty at a time; `next` leads to the older ones. Counts are of all cases, by state. */
export async function listCases(db: Db, { state, q, cursor }: CaseQuery): Promise<CaseList> {
  const where = and(
    state && eq(escalations.state, state),
    q ? mentions(q) : undefined,
    olderThan(cursor, escalations.updatedAt, escalations.id),
  );
  const rows = await db
    .select(SUMMARY)
    .from(escalations)
    .where(where)
    .orderBy(desc(escalations.updatedAt), desc(escalations.id))
    .limit(PAGE + 1);
  const { page, next } = cutPage(rows, ({ updatedAt }) => updatedAt);
  return { cases: page.map(toSummary), counts: await countByState(db), next };
}

const SUMMARY = {
  id: escalations.id,
  reference: escalations.reference,
  state: escalations.state,
  email: escalations.email,
  name: escalations.name,
  subject: escalations.subject,
  message: escalations.message,
  articleId: escalations.articleId,
  createdAt: escalations.createdAt,
  updatedAt: escalations.updatedAt,
};
type Row = Pick<typeof escalations.$inferSelect, keyof typeof SUMMARY>;

export function toSummary({ createdAt, updatedAt, ...row }: Row): CaseSummary {
  const { id, reference, state, email, name, articleId } = row;
  const subject = subjectOf(row);
  const dates = { createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
  return { id, reference, state, email, name, articleId, subject, ...dates };
}

/** As the customer named it; the message's first words where they did not. */
export const subjectOf = ({ subject, message }: Pick<Row, "subject" | "message">): string =>
  subject?.trim() || firstWords(message);

/** The first sentence or line, cut at a word when it is long. */
function firstWords(message: string): string {
  const line = message.trim().split(/\n|(?<=[.!?])\s/, 1)[0] ?? "";
  if (line.length <= SUBJECT_MAX) return line;
  return `${line.slice(0, SUBJECT_MAX).replace(/\s+\S*$/, "")} …`;
}

const mentions = (text: string): SQL | undefined =>
  or(
    ...[escalations.reference, escalations.email, escalations.name, escalations.message].map((column) =>
      containsInsensitive(column, text),
    ),
  );

async function countByState(db: Db): Promise<CaseList["counts"]> {
  const rows = await db
    .select({ state: escalations.state, cases: count() })
    .from(escalations)
    .groupBy(escalations.state);
  const counts = { new: 0, open: 0, waiting: 0, solved: 0 };
  for (const { state, cases } of rows) counts[state] = cases;
  return counts;
}
