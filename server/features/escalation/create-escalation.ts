import { eq } from "drizzle-orm";
import { speech } from "#content/words.ts";
import type { Tx } from "#db/database.ts";
import { escalations } from "#db/schema/escalation.ts";
import { AppError } from "#server/core/errors.ts";
import { problemWords } from "#server/core/problem.words.ts";
import { newId } from "#server/core/ids.ts";
import { sealLink } from "#server/outbox/channels/sealed-link.ts";
import { enqueue } from "#server/outbox/outbox.ts";
import { tellSupport } from "#server/outbox/tell-support.ts";
import { cleanFiles, type CleanFile } from "./attachments/clean-files.ts";
import { keepFiles } from "./attachments/keep-files.ts";
import { createdEvent } from "./case-event.ts";
import { whyMailIsHeld, takeEscalation } from "./escalation.limits.ts";
import type { EscalationInput, EscalationReceipt } from "./escalation.schema.ts";
import { expectedBy } from "./expected-by.ts";
import { claimKey, findEarlier, type KeyedRequest, keyRequest } from "./idempotency.ts";
import { receiptMail, receiptMailKey } from "./mail.ts";
import { markAnswers } from "./mark-answers.ts";
import type { EscalationDeps } from "./open-escalation.ts";
import { receiptExpiry } from "./receipt-expiry.ts";
import { newReference } from "./reference.ts";
import { caseProblemWords } from "./case-problems.words.ts";

type Kept = typeof escalations.$inferSelect;
/**
 * `key` is the Idempotency-Key; without one every request is a case. `keyBefore`: the one that it would have had shortly
 * before. `ipKey` null: it came by mail, whose case has this `id`.
 */
type Sent = {
  id?: string;
  key: string | undefined;
  keyBefore?: string;
  ipKey: string | null;
  input: EscalationInput;
  files: File[];
};
type Promised = { files: CleanFile[]; held: string | undefined };

const REFERENCES_TRIED = 5;

/**
 * Makes a case, with all that is to be sent about it, in one transaction. The same request under the same key gives the
 * same case. @throws AppError "not_found" (article), "unprocessable" (key, topic, file), "limited", "proof_required"
 */
export async function createEscalation(deps: EscalationDeps, sent: Sent): Promise<EscalationReceipt> {
  const { proof, ...input } = sent.input;
  const files = await cleanFiles(sent.files);
  const keyed = sent.key === undefined ? null : keyRequest(sent.key, sent.keyBefore, [input, files.map(nameContent)]);
  const earlier = keyed && (await findEarlier(deps.db, keyed));
  if (earlier) return receiptOf(deps, earlier);
  requireArticle(deps, input.articleId);
  requireTopic(deps, input.topicId);
  await takeEscalation(deps, { ipKey: sent.ipKey, email: input.email, proof });
  const held = await whyMailIsHeld(deps, input.email);
  const id = sent.id ?? newId("esc");
  const made = await deps.db.transaction(async (tx) => {
    const now = deps.clock.now();
    if (keyed && !(await claimKey(tx, keyed, id, now))) return false;
    const kept = await insertCase(tx, deps, { id, input, now });
    await markAnswers(tx, kept.trail);
    await keepFiles(tx, files, { escalationId: id, messageId: null, from: "customer", now });
    await promiseDeliveries(tx, deps, kept, { files, held });
    return true;
  });
  return receiptOf(deps, made ? id : await findClaimed(deps, keyed));
}

function requireArticle({ knowledge }: EscalationDeps, articleId: string | undefined): void {
  if (articleId === undefined || knowledge.current().articles.has(articleId)) return;
  const fields = [{ path: "articleId", message: "is no article" }];
  throw new AppError("not_found", problemWords.noArticle(articleId), { fields });
}

function requireTopic({ hub }: EscalationDeps, topicId: string | undefined): void {
  if (topicId === undefined || hub.topics.some(({ id }) => id === topicId)) return;
  const fields = [{ path: "topicId", message: "is no topic" }];
  throw new AppError("unprocessable", caseProblemWords.topic, { fields });
}

const nameContent = ({ name, sha256 }: CleanFile): string[] => [name, sha256];

async function insertCase(
  tx: Tx,
  { hub, links }: EscalationDeps,
  { id, input, now }: { id: string; input: EscalationInput; now: Date },
): Promise<Kept> {
  for (let tried = 0; tried < REFERENCES_TRIED; tried++) {
    const [kept] = await tx
      .insert(escalations)
      .values({
        ...input,
        id,
        reference: newReference(hub.product.name),
        receiptHash: links.hashFor(id),
        receiptExpiresAt: receiptExpiry(now),
        name: input.name || null,
        language: speech().language,
        subject: input.subject || null,
        state: "new",
        version: 1,
        waitingSince: now,
        createdAt: now,
        updatedAt: now,
      })
      .onConflictDoNothing({ target: escalations.reference })
      .returning();
    if (kept) return kept;
  }
  throw new Error("No free reference was found");
}

/** Puts into the outbox what is to be sent. Mail and channels that are off get nothing: the desk has the case in any event. */
async function promiseDeliveries(tx: Tx, deps: EscalationDeps, kept: Kept, promised: Promised): Promise<void> {
  const { hub, links, config } = deps;
  const data = createdEvent(kept, promised.files, config.publicUrl);
  await tellSupport(tx, deps, { type: "escalation.created", key: `${kept.id}:created`, data });
  if (!config.mail) return;
  const link = links.urlFor(kept.id);
  const mail = receiptMail(deps, kept, link, expectedBy(kept.createdAt, hub.support));
  const payload = sealLink(deps.sealer, mail, link);
  const receipt = { ref: kept.id, dedupeKey: receiptMailKey(kept.id), held: promised.held };
  await enqueue(tx, { ...receipt, kind: "email", payload });
}

async function receiptOf({ db, links }: EscalationDeps, id: string): Promise<EscalationReceipt> {
  const { reference, receiptIssue, receiptHash } = escalations;
  const [kept] = await db
    .select({ id: escalations.id, reference, receiptIssue, receiptHash })
    .from(escalations)
    .where(eq(escalations.id, id));
  const receiptUrl = kept && links.urlOfKept(kept);
  if (kept && receiptUrl) return { id, reference: kept.reference, receiptUrl };
  const words = kept ? caseProblemWords.sentBeforeAs(kept.reference) : caseProblemWords.sentBefore;
  throw new AppError("conflict", words);
}

async function findClaimed({ db }: EscalationDeps, keyed: KeyedRequest | null): Promise<string> {
  const earlier = keyed && (await findEarlier(db, keyed));
  if (earlier) return earlier;
  throw new AppError("conflict", caseProblemWords.beingMade, { retryAfter: 1 });
}
