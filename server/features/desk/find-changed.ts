import { asc, gte } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { escalations } from "#db/schema/escalation.ts";
import type { CasesChanged } from "./cases.schema.ts";
import { findLastDeeds } from "./last-deeds.ts";

export type Changed = CasesChanged["changed"][number];

/** One look takes no more: who changes hundreds in a second is no person, and the rest is seen at the next. */
const LOOK_MAX = 500;

/** Cases changed since then, but for those whose version is known. `versions` is what to know at the next look. */
export async function findChanged(
  db: Db,
  since: Date,
  known: Map<string, number>,
): Promise<{ changed: Changed[]; versions: Map<string, number> }> {
  const { id, version, updatedAt } = escalations;
  const rows = await db
    .select({ id, version, updatedAt })
    .from(escalations)
    .where(gte(updatedAt, since))
    .orderBy(asc(updatedAt), asc(id))
    .limit(LOOK_MAX);
  const fresh = rows.filter((row) => known.get(row.id) !== row.version);
  const deeds = await findLastDeeds(db, fresh);
  const changed = fresh.map((row) => ({ id: row.id, version: row.version, by: null, did: null, ...deeds.get(row.id) }));
  return { changed, versions: new Map(rows.map((row) => [row.id, row.version])) };
}
