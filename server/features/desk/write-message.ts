import { eq } from "drizzle-orm";
import type { Db, Tx } from "#db/database.ts";
import { increased } from "#db/query.ts";
import { escalations, messages } from "#db/schema/escalation.ts";
import type { Clock } from "#server/core/clock.ts";
import { newId } from "#server/core/ids.ts";
import { unknownCase } from "./read-case.ts";

type Case = typeof escalations.$inferSelect;
type Message = { id: string; author: string; body: string };

/** Promises the customer a mail in the transaction that keeps the reply; app.ts hands it in. */
export type TellCustomer = (tx: Tx, escalation: Case, reply: Message) => Promise<void>;
export type MessageDeps = { db: Db; clock: Clock; tellCustomer: TellCustomer };

/** An agent's reply: the case waits for the customer, who is told. Throws `not_found`. */
export async function replyToCase(deps: MessageDeps, id: string, author: string, body: string): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const now = deps.clock.now();
    const [escalation] = await tx
      .update(escalations)
      .set({ state: "waiting", waitingSince: null, version: increased(escalations.version), updatedAt: now })
      .where(eq(escalations.id, id))
      .returning();
    if (!escalation) throw unknownCase();
    const reply = { id: newId("msg"), author, body };
    await tx.insert(messages).values({ ...reply, escalationId: id, from: "agent", createdAt: now });
    await deps.tellCustomer(tx, escalation, reply);
  });
}

/** A note for staff: nobody is told, and the state stays. Throws `not_found`. */
export async function noteOnCase({ db, clock }: MessageDeps, id: string, author: string, body: string): Promise<void> {
  await db.transaction(async (tx) => {
    const [found] = await tx.select({ id: escalations.id }).from(escalations).where(eq(escalations.id, id));
    if (!found) throw unknownCase();
    const note = { id: newId("msg"), escalationId: id, from: "note" as const, author, body };
    await tx.insert(messages).values({ ...note, createdAt: clock.now() });
  });
}
