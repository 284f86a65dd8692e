import { and, eq, inArray } from "drizzle-orm";
import { equalsInsensitive } from "#db/query.ts";
import { escalations } from "#db/schema/escalation.ts";
import { outbox } from "#db/schema/outbox.ts";
import type { EscalationDeps } from "../open-escalation.ts";
import type { IncomingMail } from "./read-mail.ts";

/** Of the mails that one answers, so many are looked at. */
const LOOKED_AT = 50;

/**
 * The case that a mail belongs to: that of the signed address it went to, whoever wrote it; else that of the mail it
 * answers, where the case's own address wrote it. @returns its id, or null
 */
export async function findCase(deps: EscalationDeps, mail: IncomingMail): Promise<string | null> {
  return (await bySignedAddress(deps, mail)) ?? (await byAnsweredMail(deps, mail));
}

async function bySignedAddress({ db, replyAddresses }: EscalationDeps, { to }: IncomingMail): Promise<string | null> {
  for (const address of to) {
    const reference = replyAddresses?.referenceOf(address);
    if (!reference) continue;
    const [found] = await db
      .select({ id: escalations.id })
      .from(escalations)
      .where(eq(escalations.reference, reference));
    if (found) return found.id;
  }
  return null;
}

/** Mails of the hub are named by what stands in the outbox, and begin with the case itself (channels/email.ts). */
async function byAnsweredMail({ db, config }: EscalationDeps, { answers, from }: IncomingMail): Promise<string | null> {
  const end = `@${new URL(config.publicUrl).hostname}`;
  const ids = answers
    .filter((id) => id.endsWith(end))
    .map((id) => id.slice(0, -end.length))
    .slice(0, LOOKED_AT);
  if (ids.length === 0 || !from) return null;
  const sent = await db.select({ caseId: outbox.ref }).from(outbox).where(inArray(outbox.id, ids));
  const caseIds = [...ids, ...sent.flatMap(({ caseId }) => caseId ?? [])];
  const [found] = await db
    .select({ id: escalations.id })
    .from(escalations)
    .where(and(inArray(escalations.id, caseIds), equalsInsensitive(escalations.email, from.address)));
  return found?.id ?? null;
}
