import { eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { escalations } from "#db/schema/escalation.ts";
import { enqueue } from "#server/outbox/outbox.ts";
import { agentReplyMail } from "./mail.ts";
import type { EscalationDeps } from "./open-escalation.ts";
import { receiptExpiry } from "./receipt-expiry.ts";

type Kept = typeof escalations.$inferSelect;

/** Staff have answered, in this transaction: the receipt stays readable for as long again, and a mail goes out where mail is on. */
export async function tellCustomer(
  { hub, config, links, clock }: EscalationDeps,
  tx: Tx,
  kept: Kept,
  reply: { id: string; author: string; body: string },
): Promise<void> {
  const expiry = { receiptExpiresAt: receiptExpiry(clock.now()) };
  await tx.update(escalations).set(expiry).where(eq(escalations.id, kept.id));
  if (!config.mail) return;
  const payload = agentReplyMail({ hub }, kept, reply, links.urlOfKept(kept));
  await enqueue(tx, { kind: "email", dedupeKey: `${reply.id}:customer`, ref: kept.id, payload });
}
