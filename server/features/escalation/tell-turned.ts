import type { Tx } from "#db/database.ts";
import type { escalations } from "#db/schema/escalation.ts";
import type { CaseTurned } from "#server/outbox/case-events.ts";
import { tellSupport, type SupportDeps } from "#server/outbox/tell-support.ts";
import { turnedEvent } from "./case-event.ts";

type Kept = typeof escalations.$inferSelect;
type By = CaseTurned["by"];

/** Support's channels hear that a case is solved, in the transaction that solves it. `kept` is the case as it is then. */
export function tellSolved(tx: Tx, deps: SupportDeps, kept: Kept, by: By): Promise<void> {
  const key = `${kept.id}:solved:${kept.version}`;
  return tellSupport(tx, deps, { type: "escalation.solved", key, data: turnedEvent(kept, by, deps.config.publicUrl) });
}

/** The same of one that was solved, and is not any more. */
export function tellReopened(tx: Tx, deps: SupportDeps, kept: Kept, by: By): Promise<void> {
  const key = `${kept.id}:reopened:${kept.version}`;
  return tellSupport(tx, deps, {
    type: "escalation.reopened",
    key,
    data: turnedEvent(kept, by, deps.config.publicUrl),
  });
}
