import type { Tx } from "#db/database.ts";
import type { escalations } from "#db/schema/escalation.ts";
import type { CaseTurned } from "#server/outbox/case-events.ts";
import { tellSupport, type SupportDeps } from "#server/outbox/tell-support.ts";
import { turnedEvent } from "./case-event.ts";

type Kept = typeof escalations.$inferSelect;

/** In the transaction that turns it. `kept` is the case as it is then. */
const tell =
  (turn: "solved" | "reopened") =>
  (tx: Tx, deps: SupportDeps, kept: Kept, by: CaseTurned["by"]): Promise<void> => {
    const data = turnedEvent(kept, by, deps.config.publicUrl);
    return tellSupport(tx, deps, { type: `escalation.${turn}`, key: `${kept.id}:${turn}:${kept.version}`, data });
  };

/** Support's channels hear that a case is solved. */
export const tellSolved = tell("solved");
/** The same of one that was solved, and is not any more. */
export const tellReopened = tell("reopened");
