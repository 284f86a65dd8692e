import type { Tx } from "#db/database.ts";
import type { escalations } from "#db/schema/escalation.ts";
import { tellSupport, type SupportDeps } from "#server/outbox/tell-support.ts";
import { solvedEvent } from "./case-event.ts";

/** Support says that a case is solved: its channels hear of it in the transaction that solves it. `kept` is the case as it is then. */
export async function tellSolved(tx: Tx, deps: SupportDeps, kept: typeof escalations.$inferSelect): Promise<void> {
  const data = solvedEvent(kept, "support", deps.config.publicUrl);
  await tellSupport(tx, deps, { type: "escalation.solved", key: `${kept.id}:solved:${kept.version}`, data });
}
