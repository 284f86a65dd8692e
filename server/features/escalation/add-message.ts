import { eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { escalations, messages } from "#db/schema/escalation.ts";
import { touchCase } from "#db/touch-case.ts";
import { tellSupport } from "#server/outbox/tell-support.ts";
import type { CleanFile } from "./attachments/clean-files.ts";
import { keepFiles } from "./attachments/keep-files.ts";
import { messageEvent } from "./case-event.ts";
import type { EscalationDeps } from "./open-escalation.ts";
import { receiptExpiry } from "./receipt-expiry.ts";
import { tellReopened } from "./tell-turned.ts";

type Kept = typeof escalations.$inferSelect;
type Added = {
  body: string;
  /** The message's own name: the same one twice is one message. */
  once: string;
  files: CleanFile[];
  /** The address of who wrote it, where it is not the customer that the case names. */
  author?: string | undefined;
};

/**
 * The customer wrote, in this transaction: the case is open again, and support is told. What is written to a merged case
 * stays there, and opens the one that it goes on in; of junk nobody hears. @throws AppError of keepFiles
 */
export async function addMessage(tx: Tx, deps: EscalationDeps, addressed: Kept, added: Added): Promise<void> {
  const { body, once, files } = added;
  const createdAt = deps.clock.now();
  const message = { id: `msg_${addressed.id.slice("esc_".length)}_${once}`, body, createdAt };
  const author = added.author ?? addressed.name ?? addressed.email;
  const written = await tx
    .insert(messages)
    .values({ ...message, escalationId: addressed.id, from: "customer", author })
    .onConflictDoNothing({ target: messages.id })
    .returning({ id: messages.id });
  if (written.length === 0) return;
  const kept = await holdCase(tx, addressed.id, createdAt);
  await keepFiles(tx, files, { escalationId: addressed.id, messageId: message.id, from: "customer", now: createdAt });
  if (kept.junkAt) return;
  const [opened = kept] = await tx
    .update(escalations)
    .set({ ...BACK_IN_SIGHT, state: "open", waitingSince: waitsSince(kept, createdAt) })
    .where(eq(escalations.id, kept.id))
    .returning();
  if (kept.state === "solved") await tellReopened(tx, deps, opened, "customer");
  const said = { ...message, author: added.author ?? addressed.email, files };
  const data = messageEvent(opened, said, createdAt, deps.config.publicUrl);
  await tellSupport(tx, deps, { type: "escalation.replied", key: message.id, data });
}

/** Notes a word of the customer's. @returns the case that it is for, held until the transaction ends, as it was otherwise */
async function holdCase(tx: Tx, id: string, now: Date): Promise<Kept> {
  const [own] = await tx
    .update(escalations)
    .set({ receiptExpiresAt: receiptExpiry(now) })
    .where(eq(escalations.id, id))
    .returning();
  const survivor = own?.mergedInto && (await touchCase(tx, own.mergedInto, now));
  const kept = survivor || (await touchCase(tx, id, now));
  if (!kept) throw new Error(`The case ${id} went while it was written to`);
  return kept;
}

/** A case that its customer writes to is neither snoozed nor solved any more. */
const BACK_IN_SIGHT = { snoozedUntil: null, solvedAt: null };

/** A customer who was waiting already goes on to wait since then. */
const waitsSince = ({ state, waitingSince }: Kept, now: Date): Date =>
  state === "solved" ? now : (waitingSince ?? now);
