import { or, sql } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { equalsInsensitive, holdsJson } from "#db/query.ts";
import { audit } from "#db/schema/audit.ts";
import { votes } from "#db/schema/feedback.ts";
import { theirVotes } from "./about-person.ts";
import type { Person } from "./find-person.ts";

/** Their votes count on, and are nobody's: without address, comment, and the browser that cast them. */
export async function blankVotes(tx: Tx, person: Person): Promise<void> {
  await tx
    .update(votes)
    .set({ email: null, comment: null, visitorId: sql`'erased_' || ${votes.id}` })
    .where(theirVotes(person));
}

/** That staff did something stays in the log; the address in it goes. */
export async function blankAudit(tx: Tx, person: Person): Promise<void> {
  const words = JSON.stringify(person.address).slice(1, -1);
  await tx.update(audit).set({ detail: null }).where(holdsJson(audit.detail, words));
  await tx
    .update(audit)
    .set({ objectId: null })
    .where(or(equalsInsensitive(audit.objectId, person.address)));
}
