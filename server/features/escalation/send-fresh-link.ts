import { and, eq } from "drizzle-orm";
import { speakIn } from "#content/words.ts";
import { equalsInsensitive } from "#db/query.ts";
import { escalations } from "#db/schema/escalation.ts";
import { newId } from "#server/core/ids.ts";
import { sealLink } from "#server/outbox/channels/sealed-link.ts";
import { enqueue } from "#server/outbox/outbox.ts";
import { whyMailIsHeld, mayHaveFreshLink, takeLinkRequest } from "./escalation.limits.ts";
import { freshLinkMail } from "./mail.ts";
import type { EscalationDeps } from "./open-escalation.ts";
import { receiptExpiry } from "./receipt-expiry.ts";

type Kept = typeof escalations.$inferSelect;
type Asked = { reference: string; email: string; ipKey: string };

/**
 * Mails a new link to a case's own address, and ends the one before; a mail that is held back waits at the desk. Whoever
 * asks hears the same, whether there is such a case or not. @throws AppError "limited" for an address that asks too often
 */
export async function sendFreshLink(deps: EscalationDeps, { reference, email, ipKey }: Asked): Promise<void> {
  await takeLinkRequest(deps, ipKey);
  const [kept] = await deps.db
    .select()
    .from(escalations)
    .where(
      and(
        eq(escalations.reference, reference.trim().toUpperCase()),
        equalsInsensitive(escalations.email, email.trim()),
      ),
    );
  if (!kept || !deps.config.mail || !(await mayHaveFreshLink(deps, kept.id))) return;
  await issueLink(deps, kept, await whyMailIsHeld(deps, kept.email));
}

/**
 * A mail that is held back takes nobody's link away: it has the one that works already, for as long as that does. One that
 * has expired stays so: whoever has it would ask for another, and have it opened without any mail.
 */
async function issueLink(deps: EscalationDeps, kept: Kept, held: string | undefined): Promise<void> {
  const { db, clock, links, speeches } = deps;
  const now = clock.now();
  const isNew = held === undefined || kept.receiptExpiresAt <= now;
  const issue = isNew ? kept.receiptIssue + 1 : kept.receiptIssue;
  await db.transaction(async (tx) => {
    const change = {
      receiptIssue: issue,
      receiptHash: links.hashFor(kept.id, issue),
      ...(isNew && { receiptExpiresAt: receiptExpiry(now) }),
    };
    const issued = await tx
      .update(escalations)
      .set(change)
      .where(and(eq(escalations.id, kept.id), eq(escalations.receiptIssue, kept.receiptIssue)))
      .returning({ id: escalations.id });
    if (issued.length === 0) return; // another request was first, and mails its own
    const payload = speakIn(speeches.of(kept.language), () => {
      const link = links.urlFor(kept.id, issue);
      return sealLink(deps.sealer, freshLinkMail(deps, kept, { link, isNew }), link);
    });
    const dedupeKey = `${kept.id}:link:${held ? newId("hld") : issue}`;
    await enqueue(tx, { kind: "email", dedupeKey, ref: kept.id, payload, held });
  });
}
