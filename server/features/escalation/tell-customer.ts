import { and, eq, isNull, or } from "drizzle-orm";
import { speakIn } from "#content/words.ts";
import type { Tx } from "#db/database.ts";
import { attachments } from "#db/schema/attachments.ts";
import { escalations } from "#db/schema/escalation.ts";
import { sealLink } from "#server/outbox/channels/sealed-link.ts";
import type { SentFile } from "#server/outbox/case-events.ts";
import { enqueue } from "#server/outbox/outbox.ts";
import { tellSupport } from "#server/outbox/tell-support.ts";
import { messageEvent } from "./case-event.ts";
import { agentReplyMail } from "./mail.ts";
import type { EscalationDeps } from "./open-escalation.ts";
import { receiptExpiry } from "./receipt-expiry.ts";

type Kept = typeof escalations.$inferSelect;
type Reply = { id: string; author: string; authorId?: string | null | undefined; body: string };

/**
 * Staff have answered, in this transaction: the files that waited for this agent's go along, the receipt stays readable for as
 * long again, a mail goes out where mail is on, and whoever watches cases elsewhere hears of it.
 */
export async function tellCustomer(deps: EscalationDeps, tx: Tx, kept: Kept, reply: Reply): Promise<void> {
  const { config, links, clock, speeches } = deps;
  const files = await sendWaitingFiles(tx, kept.id, reply);
  const expiry = { receiptExpiresAt: receiptExpiry(clock.now()) };
  await tx.update(escalations).set(expiry).where(eq(escalations.id, kept.id));
  const data = messageEvent(kept, { ...reply, files }, kept.updatedAt, config.publicUrl);
  await tellSupport(tx, deps, { type: "escalation.answered", key: reply.id, data });
  if (!config.mail) return;
  const payload = speakIn(speeches.of(kept.language), () => {
    const link = links.urlOfKept(kept);
    const mail = agentReplyMail(deps, kept, { ...reply, files: files.length }, link);
    return link ? sealLink(deps.sealer, mail, link) : mail;
  });
  await enqueue(tx, { kind: "email", dedupeKey: `${reply.id}:customer`, ref: kept.id, payload });
}

/** What a colleague has attached meanwhile is for a reply of theirs. */
async function sendWaitingFiles(tx: Tx, caseId: string, { id, authorId }: Reply): Promise<SentFile[]> {
  const { escalationId, from, messageId, staffId } = attachments;
  const isTheirs = authorId ? or(isNull(staffId), eq(staffId, authorId)) : isNull(staffId);
  return tx
    .update(attachments)
    .set({ messageId: id })
    .where(and(eq(escalationId, caseId), eq(from, "agent"), isNull(messageId), isTheirs))
    .returning({ name: attachments.name, size: attachments.size });
}
