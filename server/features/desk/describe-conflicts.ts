import { inArray } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { escalations } from "#db/schema/escalation.ts";
import type { CaseChangesMade } from "./cases.schema.ts";
import { findLastDeeds } from "./last-deeds.ts";
import { summarise, SUMMARY } from "./summarise-cases.ts";

/** Cases that were not changed: as they are now, and by whom. */
export async function describeConflicts(db: Db, ids: string[]): Promise<Pick<CaseChangesMade, "conflicts" | "gone">> {
  if (ids.length === 0) return { conflicts: [], gone: [] };
  const rows = await db.select(SUMMARY).from(escalations).where(inArray(escalations.id, ids));
  const deeds = await findLastDeeds(db, rows);
  const cases = await summarise(db, rows);
  const there = new Set(rows.map(({ id }) => id));
  const conflicts = cases.map((found) => ({ case: found, by: null, did: null, ...deeds.get(found.id) }));
  return { conflicts, gone: ids.filter((id) => !there.has(id)) };
}
