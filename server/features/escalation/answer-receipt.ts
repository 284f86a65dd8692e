import { and, eq, ne } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { increased, valueOr } from "#db/query.ts";
import { escalations, messages } from "#db/schema/escalation.ts";
import { enqueue } from "#server/outbox/outbox.ts";
import type { EscalationReplied } from "./escalation.events.ts";
import { takeReply } from "./escalation.limits.ts";
import { customerReplyMail, deskUrl } from "./mail.ts";
import type { EscalationDeps } from "./open-escalation.ts";
import { findByReceipt } from "./read-receipt.ts";
import { receiptExpiry } from "./receipt-expiry.ts";

type Kept = typeof escalations.$inferSelect;
type Message = { id: string; body: string; createdAt: Date };
/** `once` is the form's own number: the same form sent twice is one message. */
type CustomerReply = { body: string; once: string };

/** The customer writes on the receipt: the case is open again, and support is told. @throws AppError "not_found", "limited" */
export async function replyOnReceipt(deps: EscalationDeps, secret: string, reply: CustomerReply): Promise<void> {
  const kept = await findByReceipt(deps, secret);
  await takeReply(deps, kept.id);
  const createdAt = deps.clock.now();
  const message = { id: `msg_${kept.id.slice("esc_".length)}_${reply.once}`, body: reply.body, createdAt };
  await deps.db.transaction(async (tx) => {
    const written = await tx
      .insert(messages)
      .values({ ...message, escalationId: kept.id, from: "customer", author: kept.name ?? kept.email })
      .onConflictDoNothing({ target: messages.id })
      .returning({ id: messages.id });
    if (written.length === 0) return;
    const change = { version: increased(escalations.version), receiptExpiresAt: receiptExpiry(createdAt) };
    await tx
      .update(escalations)
      .set({ ...change, ...BACK_IN_SIGHT, state: "open", waitingSince: waitsSince(createdAt), updatedAt: createdAt })
      .where(eq(escalations.id, kept.id));
    await tellSupport(tx, deps, kept, message);
  });
}

/** Neither a snooze nor an end outlasts the customer's next word. */
const BACK_IN_SIGHT = { snoozedUntil: null, solvedAt: null };

/** Who was waiting already has been waiting longer. */
const waitsSince = (now: Date) => valueOr(escalations.waitingSince, now);

async function tellSupport(tx: Tx, deps: EscalationDeps, kept: Kept, message: Message): Promise<void> {
  const { config } = deps;
  if (config.mail) {
    const payload = customerReplyMail(deps, kept, message.body, config.publicUrl);
    await enqueue(tx, { kind: "email", dedupeKey: `${message.id}:support`, ref: kept.id, payload });
  }
  if (config.webhook) {
    const data: EscalationReplied = {
      id: kept.id,
      reference: kept.reference,
      messageId: message.id,
      body: message.body,
      at: message.createdAt.toISOString(),
      deskUrl: deskUrl(config.publicUrl, kept.id),
    };
    const payload = { type: "escalation.replied", data };
    await enqueue(tx, { kind: "webhook", dedupeKey: `${message.id}:replied`, ref: kept.id, payload });
  }
}

/** The customer needs nothing more. Closing what is closed changes nothing. @throws AppError "not_found" */
export async function closeOnReceipt(deps: EscalationDeps, secret: string): Promise<void> {
  const { id } = await findByReceipt(deps, secret);
  const now = deps.clock.now();
  const ended = { state: "solved" as const, solvedAt: now, waitingSince: null, snoozedUntil: null };
  await deps.db
    .update(escalations)
    .set({ ...ended, version: increased(escalations.version), updatedAt: now })
    .where(and(eq(escalations.id, id), ne(escalations.state, "solved")));
}
