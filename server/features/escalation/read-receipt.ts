import { and, asc, eq, ne } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { equalsInsensitive } from "#db/query.ts";
import { escalations, messages } from "#db/schema/escalation.ts";
import { outbox } from "#db/schema/outbox.ts";
import type { Clock } from "#server/core/clock.ts";
import type { Config } from "#server/core/config.ts";
import { AppError } from "#server/core/errors.ts";
import { hashSecret } from "#server/core/ids.ts";
import { listForCustomer } from "./attachments/read-attachments.ts";
import { expectedBy, type SupportHours } from "./expected-by.ts";
import type { Receipt } from "./escalation.schema.ts";
import { receiptMailKey } from "./mail.ts";
import { caseProblemWords } from "./case-problems.words.ts";

type FindDeps = { db: Db; clock: Clock };
type ReceiptDeps = FindDeps & { hub: { support: SupportHours }; config: Pick<Config, "mail"> };
type Kept = typeof escalations.$inferSelect;

/** What the customer may see of their case; notes stay at the desk. @throws AppError "not_found" */
export async function readReceipt(deps: ReceiptDeps, secret: string): Promise<Receipt> {
  const kept = await findByReceipt(deps, secret);
  const said = await listSaid(deps.db, kept.id);
  const { id, reference, email, name, subject, message, articleId, url, trail, createdAt, state } = kept;
  const sent = { id, reference, email, name, subject, message, articleId, url, trail, createdAt };
  return {
    ...sent,
    state,
    goesOnAs: await readSurvivor(deps.db, kept),
    closedAt: state === "solved" ? (kept.solvedAt ?? kept.updatedAt) : null,
    answerBy: answerDue(kept, said, deps.hub.support),
    messages: said,
    attachments: await listForCustomer(deps.db, id),
    mail: deps.config.mail ? await readMailState(deps.db, id) : null,
    expiresAt: kept.receiptExpiresAt,
  };
}

/** Its reference alone: what is said there opens by its own link, for anybody can name an address (docs/adr/0047). */
async function readSurvivor(db: Db, { mergedInto, email }: Kept): Promise<string | null> {
  if (mergedInto === null) return null;
  const [found] = await db
    .select({ reference: escalations.reference })
    .from(escalations)
    .where(and(eq(escalations.id, mergedInto), equalsInsensitive(escalations.email, email)));
  return found?.reference ?? null;
}

async function listSaid(db: Db, caseId: string): Promise<Receipt["messages"]> {
  const rows = await db
    .select()
    .from(messages)
    .where(and(eq(messages.escalationId, caseId), ne(messages.from, "note")))
    .orderBy(asc(messages.createdAt), asc(messages.id));
  return rows.map(({ id, from, author, body, createdAt }) => ({
    id,
    // the query leaves notes out
    from: from as "customer" | "agent",
    author,
    body,
    at: createdAt,
  }));
}

/** A row that is gone was sent long ago. */
async function readMailState(db: Db, caseId: string): Promise<"promised" | "held"> {
  const [row] = await db
    .select({ state: outbox.state })
    .from(outbox)
    .where(eq(outbox.dedupeKey, receiptMailKey(caseId)));
  return row?.state === "dead" ? "held" : "promised";
}

/** The secret is the only key: what it does not open does not exist. @throws AppError "not_found", with `expired` for one that did */
export async function findByReceipt({ db, clock }: FindDeps, secret: string): Promise<Kept> {
  const [kept] = /^[\w-]{22}$/.test(secret)
    ? await db
        .select()
        .from(escalations)
        .where(eq(escalations.receiptHash, hashSecret(secret)))
    : [];
  const expired = kept !== undefined && kept.receiptExpiresAt <= clock.now();
  if (kept && !expired) return kept;
  throw new AppError("not_found", caseProblemWords.noReceipt, { extra: { expired } });
}

/** Counted from the customer's first word that has had no answer. */
function answerDue({ state, createdAt }: Kept, said: Receipt["messages"], hours: SupportHours): Date | null {
  if (state === "waiting" || state === "solved") return null;
  const answered = said.findLastIndex(({ from }) => from === "agent");
  const since = answered < 0 ? createdAt : said.at(answered + 1)?.at;
  return since ? expectedBy(since, hours) : null;
}
