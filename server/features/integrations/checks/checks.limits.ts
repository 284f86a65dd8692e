import { takeLimit } from "#server/limits/limits.ts";
import type { Integrations } from "../open-integrations.ts";

const TEN_MINUTES = 10 * 60;
type Counted = Pick<Integrations, "db" | "clock">;

/** A check costs up to ten calls at the vendor, which the workspace's own sync needs too. */
export const takeCheck = ({ db, clock }: Counted, connectionId: string): Promise<void> =>
  takeLimit(db, clock, { key: `check:${connectionId}`, limit: 12, windowSeconds: TEN_MINUTES });

/** A trace costs two or three calls, and asks about a person. `who` is a workspace, or somebody of staff. */
export const takeTrace = ({ db, clock }: Counted, who: string): Promise<void> =>
  takeLimit(db, clock, { key: `trace:${who}`, limit: 30, windowSeconds: TEN_MINUTES });
