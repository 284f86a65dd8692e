import type { Tx } from "#db/database.ts";
import type { escalations } from "#db/schema/escalation.ts";
import { enqueue } from "#server/outbox/outbox.ts";
import { mentionMail } from "./mail.ts";
import type { EscalationDeps } from "./open-escalation.ts";

type Told = { mentionId: string; to: { email: string }; note: { author: string; body: string } };

/** A note names somebody of the staff, in this transaction: one mail to them, where mail is on. */
export async function tellMentioned(
  { config }: EscalationDeps,
  tx: Tx,
  kept: typeof escalations.$inferSelect,
  { mentionId, to, note }: Told,
): Promise<void> {
  if (!config.mail) return;
  const payload = mentionMail(kept, note, to.email, config.publicUrl);
  await enqueue(tx, { kind: "email", dedupeKey: `${mentionId}:mention`, ref: kept.id, payload });
}
