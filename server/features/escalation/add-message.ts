import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { increased, valueOr } from "#db/query.ts";
import { escalations, messages } from "#db/schema/escalation.ts";
import { tellSupport } from "#server/outbox/tell-support.ts";
import type { CleanFile } from "./attachments/clean-files.ts";
import { keepFiles } from "./attachments/keep-files.ts";
import { repliedEvent } from "./case-event.ts";
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

/** The customer wrote, in this transaction: the case is open again, and support is told. @throws AppError of keepFiles */
export async function addMessage(tx: Tx, deps: EscalationDeps, kept: Kept, added: Added): Promise<void> {
  const { body, once, files } = added;
  const createdAt = deps.clock.now();
  const message = { id: `msg_${kept.id.slice("esc_".length)}_${once}`, body, createdAt };
  const author = added.author ?? kept.name ?? kept.email;
  const written = await tx
    .insert(messages)
    .values({ ...message, escalationId: kept.id, from: "customer", author })
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
  if (reopened) await tellReopened(tx, deps, reopened, "customer");
  else
    await tx
      .update(escalations)
      .set({ ...opened, waitingSince: waitsSince(createdAt) })
      .where(own);
  await keepFiles(tx, files, { escalationId: kept.id, messageId: message.id, from: "customer", now: createdAt });
  const said = { ...message, author: added.author ?? kept.email, files };
  const data = repliedEvent(kept, said, deps.config.publicUrl);
  await tellSupport(tx, deps, { type: "escalation.replied", key: message.id, data });
}

/** A case that its customer writes to is neither snoozed nor solved any more. */
const BACK_IN_SIGHT = { snoozedUntil: null, solvedAt: null };

/** A customer who was waiting already goes on to wait since then. */
const waitsSince = (now: Date) => valueOr(escalations.waitingSince, now);
