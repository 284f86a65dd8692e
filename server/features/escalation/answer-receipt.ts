import { and, eq, ne } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { increased, valueOr } from "#db/query.ts";
import { escalations, messages } from "#db/schema/escalation.ts";
import { AppError } from "#server/core/errors.ts";
import { cleanFiles, type CleanFile } from "./attachments/clean-files.ts";
import { keepFiles } from "./attachments/keep-files.ts";
import { tellHooks } from "#server/outbox/hooks/tell-hooks.ts";
import { tellSupport } from "#server/outbox/tell-support.ts";
import { reopenedEvent, repliedEvent } from "./case-event.ts";
import { takeReply } from "./escalation.limits.ts";
import type { EscalationDeps } from "./open-escalation.ts";
import { findByReceipt } from "./read-receipt.ts";
import { receiptExpiry } from "./receipt-expiry.ts";
import { tellSolved } from "./tell-solved.ts";

type Kept = typeof escalations.$inferSelect;
/** `once` is the form's own number: the same form sent twice is one message. */
type CustomerReply = { body: string; once: string; files: File[] };

/**
 * The customer writes on the receipt, or attaches: the case is open again, and support is told.
 * @throws AppError "not_found", "limited", "bad_request" (nothing said), and what is wrong with a file
 */
export async function replyOnReceipt(deps: EscalationDeps, secret: string, reply: CustomerReply): Promise<void> {
  const kept = await findByReceipt(deps, secret);
  if (!reply.body && reply.files.length === 0)
    throw new AppError("bad_request", "Write a word or attach a file, then send it.", {
      fields: [{ path: "body", message: "is empty" }],
    });
  const files = await cleanFiles(reply.files);
  await takeReply(deps, kept.id);
  await deps.db.transaction((tx) => addMessage(tx, deps, kept, { ...reply, files }));
}

/** It is not solved after all; pressing twice opens once. @throws AppError "not_found", "limited" */
export async function reopenOnReceipt(deps: EscalationDeps, secret: string): Promise<void> {
  const kept = await findByReceipt(deps, secret);
  if (kept.state !== "solved") return;
  await takeReply(deps, kept.id);
  const once = `reopen${kept.version}`;
  await deps.db.transaction((tx) => addMessage(tx, deps, kept, { body: REOPENED, once, files: [] }));
}
/** What they pressed. */
const REOPENED = "It is not solved.";

type Added = Omit<CustomerReply, "files"> & { files: CleanFile[] };
async function addMessage(tx: Tx, deps: EscalationDeps, kept: Kept, { body, once, files }: Added): Promise<void> {
  const createdAt = deps.clock.now();
  const message = { id: `msg_${kept.id.slice("esc_".length)}_${once}`, body, createdAt };
  const written = await tx
    .insert(messages)
    .values({ ...message, escalationId: kept.id, from: "customer", author: kept.name ?? kept.email })
    .onConflictDoNothing({ target: messages.id })
    .returning({ id: messages.id });
  if (written.length === 0) return;
  const change = { version: increased(escalations.version), receiptExpiresAt: receiptExpiry(createdAt) };
  const opened = { ...change, ...BACK_IN_SIGHT, state: "open" as const, updatedAt: createdAt };
  const own = eq(escalations.id, kept.id);
  const [reopened] = await tx
    .update(escalations)
    .set({ ...opened, waitingSince: createdAt })
    .where(and(own, eq(escalations.state, "solved")))
    .returning();
  if (reopened) await tellHooks(tx, reopenedEvent(reopened, "customer", deps.config.publicUrl));
  else
    await tx
      .update(escalations)
      .set({ ...opened, waitingSince: waitsSince(createdAt) })
      .where(own);
  await keepFiles(tx, files, { escalationId: kept.id, messageId: message.id, from: "customer", now: createdAt });
  const data = repliedEvent(kept, { ...message, files }, deps.config.publicUrl);
  await tellSupport(tx, deps, { type: "escalation.replied", key: message.id, data });
}

/** Neither a snooze nor an end outlasts the customer's next word. */
const BACK_IN_SIGHT = { snoozedUntil: null, solvedAt: null };

/** Who was waiting already has been waiting longer. */
const waitsSince = (now: Date) => valueOr(escalations.waitingSince, now);

/** The customer needs nothing more. Closing what is closed changes nothing. @throws AppError "not_found" */
export async function closeOnReceipt(deps: EscalationDeps, secret: string): Promise<void> {
  const kept = await findByReceipt(deps, secret);
  const now = deps.clock.now();
  const ended = { state: "solved" as const, solvedAt: now, waitingSince: null, snoozedUntil: null };
  await deps.db.transaction(async (tx) => {
    const [closed] = await tx
      .update(escalations)
      .set({ ...ended, version: increased(escalations.version), updatedAt: now })
      .where(and(eq(escalations.id, kept.id), ne(escalations.state, "solved")))
      .returning();
    if (closed) await tellSolved(tx, deps, closed, "customer");
  });
}
