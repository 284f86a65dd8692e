import { and, asc, eq, gt, ne } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { escalations, messages } from "#db/schema/escalation.ts";
import type { Clock } from "#server/core/clock.ts";
import { AppError } from "#server/core/errors.ts";
import { hashSecret } from "#server/core/ids.ts";
import { expectedBy, type SupportHours } from "./expected-by.ts";
import type { Receipt } from "./escalation.schema.ts";

type ReceiptDeps = { db: Db; clock: Clock; hub: { support: SupportHours } };
type Kept = typeof escalations.$inferSelect;

/** What the customer may see of their case; notes stay at the desk. @throws AppError "not_found" */
export async function readReceipt(deps: ReceiptDeps, secret: string): Promise<Receipt> {
  const kept = await findByReceipt(deps, secret);
  const rows = await deps.db
    .select()
    .from(messages)
    .where(and(eq(messages.escalationId, kept.id), ne(messages.from, "note")))
    .orderBy(asc(messages.createdAt), asc(messages.id));
  const said = rows.map(({ id, from, author, body, createdAt }) => ({
    id,
    // the query leaves notes out
    from: from as "customer" | "agent",
    author,
    body,
    at: createdAt,
  }));
  const { id, reference, email, name, message, articleId, url, trail, createdAt } = kept;
  const sent = { id, reference, email, name, message, articleId, url, trail, createdAt };
  return {
    ...sent,
    state: kept.state,
    closedAt: kept.state === "solved" ? kept.updatedAt : null,
    answerBy: answerDue(kept, said, deps.hub.support),
    messages: said,
    expiresAt: kept.receiptExpiresAt,
  };
}

/** The secret is the only key: what it does not open does not exist. */
export async function findByReceipt({ db, clock }: ReceiptDeps, secret: string): Promise<Kept> {
  const [kept] = /^[\w-]{22}$/.test(secret)
    ? await db
        .select()
        .from(escalations)
        .where(and(eq(escalations.receiptHash, hashSecret(secret)), gt(escalations.receiptExpiresAt, clock.now())))
    : [];
  if (!kept) throw new AppError("not_found", "This link opens no receipt, or has expired.");
  return kept;
}

/** Counted from the customer's first word that has had no answer. */
function answerDue({ state, createdAt }: Kept, said: Receipt["messages"], hours: SupportHours): Date | null {
  if (state === "waiting" || state === "solved") return null;
  const answered = said.findLastIndex(({ from }) => from === "agent");
  const since = answered < 0 ? createdAt : said.at(answered + 1)?.at;
  return since ? expectedBy(since, hours) : null;
}
