import { asc, eq } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { escalations, messages } from "#db/schema/escalation.ts";
import { outbox } from "#db/schema/outbox.ts";
import { AppError } from "#server/core/errors.ts";
import type { CaseDetail } from "./desk.schema.ts";
import { linkArticle, type FindArticle } from "./list-article-votes.ts";
import { summarise } from "./summarise-cases.ts";

/** One case with all that was sent, said and delivered. Throws `not_found`. */
export async function readCase(db: Db, findArticle: FindArticle, id: string): Promise<CaseDetail> {
  const [row] = await db.select().from(escalations).where(eq(escalations.id, id));
  if (!row) throw unknownCase();
  const said = await db
    .select()
    .from(messages)
    .where(eq(messages.escalationId, id))
    .orderBy(asc(messages.createdAt), asc(messages.id));
  const sent = await db.select().from(outbox).where(eq(outbox.ref, id)).orderBy(asc(outbox.createdAt), asc(outbox.id));
  const [summary] = await summarise(db, [row]);
  if (!summary) throw unknownCase();
  const { message, url, trail } = row;
  return {
    ...summary,
    message,
    article: linkArticle(findArticle, row.articleId),
    url,
    trail,
    messages: said.map(({ id: messageId, from, author, body, createdAt }) => ({
      id: messageId,
      from,
      author,
      body,
      at: createdAt.toISOString(),
    })),
    deliveries: sent.map(({ id: deliveryId, kind, state, attempts, lastError, nextAt }) => ({
      id: deliveryId,
      kind,
      state,
      attempts,
      lastError,
      nextAt: state === "waiting" ? nextAt.toISOString() : null,
    })),
  };
}

export const unknownCase = (): AppError => new AppError("not_found", "There is no such case.");
