import { asc, eq } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { escalations } from "#db/schema/escalation.ts";
import { outbox } from "#db/schema/outbox.ts";
import { AppError } from "#server/core/errors.ts";
import type { Email } from "#server/outbox/channels/email.ts";
import { listAttachments } from "./list-attachments.ts";
import type { TrailItem } from "../escalation/escalation.schema.ts";
import type { CaseDetail, CaseTrailItem } from "./desk.schema.ts";
import { linkArticle, type FindArticle } from "./link-article.ts";
import { compareVersion } from "./read-answer.ts";
import { readThread } from "./read-thread.ts";
import { summarise } from "./summarise-cases.ts";

type Of = { topics: readonly { id: string; title: string }[]; languages: readonly string[] };

/** One case with all that was sent, said and delivered. Throws `not_found`. */
export async function readCase(
  db: Db,
  findArticle: FindArticle,
  id: string,
  { topics, languages }: Of = { topics: [], languages: [] },
): Promise<CaseDetail> {
  const [row] = await db.select().from(escalations).where(eq(escalations.id, id));
  if (!row) throw unknownCase();
  const sent = await db.select().from(outbox).where(eq(outbox.ref, id)).orderBy(asc(outbox.createdAt), asc(outbox.id));
  const [summary] = await summarise(db, [row]);
  if (!summary) throw unknownCase();
  const { message, url, trail, topicId, language } = row;
  return {
    ...summary,
    topic: topics.find((topic) => topic.id === topicId)?.title ?? topicId,
    message,
    article: linkArticle(findArticle, row.articleId),
    language: language === languages[0] ? null : language,
    url,
    trail: trail.map((item) => describeItem(findArticle, item)),
    attachments: await listAttachments(db, id),
    bookingOpenedAt: row.bookingOpenedAt?.toISOString() ?? null,
    ...(await readThread(db, id)),
    deliveries: sent.map(({ id: deliveryId, kind, payload, state, attempts, lastError, nextAt }) => ({
      id: deliveryId,
      kind,
      // a mail's is all that remains of it once it was sent
      to: kind === "email" ? ((payload as Partial<Email>).to ?? null) : null,
      state,
      attempts,
      lastError,
      nextAt: state === "waiting" ? nextAt.toISOString() : null,
    })),
  };
}

const ABOUT_ARTICLES = new Set<TrailItem["kind"]>(["article", "section", "step"]);

/** The article that something is about, and whether it still says what the customer read. */
function describeItem(findArticle: FindArticle, item: TrailItem): CaseTrailItem {
  const [articleId = ""] = item.ref.split("#", 1);
  if (!ABOUT_ARTICLES.has(item.kind)) return { ...item, article: null, now: null };
  const article = linkArticle(findArticle, articleId);
  const now = item.version ? compareVersion(findArticle, articleId, item.version) : article ? null : "gone";
  return { ...item, article, now };
}

export const unknownCase = (): AppError =>
  new AppError("not_found", "There is no such case: it has been erased, or its address is not whole.");
