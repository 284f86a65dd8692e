import type { Db } from "#db/database.ts";
import type { Clock } from "#server/core/clock.ts";
import { takeLimit } from "#server/limits/limits.ts";

/** What a minute may cost: a report reads every question of its span. */
const REPORTS_A_MINUTE = 60;

export const takeReport = ({ db, clock }: { db: Db; clock: Clock }, who: string): Promise<void> =>
  takeLimit(db, clock, { key: `reports:${who}`, limit: REPORTS_A_MINUTE, windowSeconds: 60 });
