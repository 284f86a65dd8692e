import { eq } from "drizzle-orm";
import type { Tx } from "./database.ts";
import { increased } from "./query.ts";
import { escalations } from "./schema/escalation.ts";

/** Whoever looks at the case sees that it changed. From here on its row is held. @returns the case; undefined when there is none */
export async function touchCase(tx: Tx, id: string, now: Date): Promise<typeof escalations.$inferSelect | undefined> {
  const change = { version: increased(escalations.version), updatedAt: now };
  const [touched] = await tx.update(escalations).set(change).where(eq(escalations.id, id)).returning();
  return touched;
}
