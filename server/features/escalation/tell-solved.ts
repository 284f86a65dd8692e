import type { Tx } from "#db/database.ts";
import type { escalations } from "#db/schema/escalation.ts";
import { tellSupport, type SupportDeps } from "#server/outbox/tell-support.ts";
import { solvedEvent } from "./case-event.ts";

type Kept = typeof escalations.$inferSelect;

/** Support's channels hear that a case is solved, in the transaction that solves it. `kept` is the case as it is then. */
export async function tellSolved(
  tx: Tx,
  deps: SupportDeps,
  kept: Kept,
  by: Parameters<typeof solvedEvent>[1],
): Promise<void> {
  const data = solvedEvent(kept, by, deps.config.publicUrl);
  await tellSupport(tx, deps, { type: "escalation.solved", key: `${kept.id}:solved:${kept.version}`, data });
}
