import { sql } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
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
