import { and, eq, ne } from "drizzle-orm";
import { increased } from "#db/query.ts";
import { escalations, messages } from "#db/schema/escalation.ts";
import { tellSupport } from "#server/outbox/tell-support.ts";
import { repliedEvent, solvedEvent } from "./case-event.ts";
import { takeReply } from "./escalation.limits.ts";
import type { EscalationDeps } from "./open-escalation.ts";
import { findByReceipt } from "./read-receipt.ts";
import { receiptExpiry } from "./receipt-expiry.ts";

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
      .set({ ...change, state: "open", updatedAt: createdAt })
      .where(eq(escalations.id, kept.id));
    const data = repliedEvent(kept, message, deps.config.publicUrl);
    await tellSupport(tx, deps, { type: "escalation.replied", key: message.id, data });
  });
}

/** The customer needs nothing more. Closing what is closed changes nothing. @throws AppError "not_found" */
export async function closeOnReceipt(deps: EscalationDeps, secret: string): Promise<void> {
  const kept = await findByReceipt(deps, secret);
  const now = deps.clock.now();
  await deps.db.transaction(async (tx) => {
    const [closed] = await tx
      .update(escalations)
      .set({ state: "solved", version: increased(escalations.version), updatedAt: now })
      .where(and(eq(escalations.id, kept.id), ne(escalations.state, "solved")))
      .returning();
    if (!closed) return;
    const data = solvedEvent(closed, "customer", deps.config.publicUrl);
    await tellSupport(tx, deps, { type: "escalation.solved", key: `${closed.id}:solved:${closed.version}`, data });
  });
}
