import { asc, gte } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { rowsBehind } from "#db/query.ts";
import { escalations } from "#db/schema/escalation.ts";
import type { CasesChanged } from "./cases.schema.ts";
import { findLastDeeds } from "./last-deeds.ts";

export type Changed = CasesChanged["changed"][number];

/** Rows at a time: an import may change thousands in a second. */
const PAGE = 500;

/** Cases changed since then, but for those whose version is known. `versions` is what to know at the next look. */
export async function findChanged(
  db: Db,
  since: Date,
  known: Map<string, number>,
): Promise<{ changed: Changed[]; versions: Map<string, number> }> {
  const changed: Changed[] = [];
  const versions = new Map<string, number>();
  for (let last: Row | undefined, more = true; more;) {
    const rows = await readPage(db, since, last);
    for (const { id, version } of rows) versions.set(id, version);
    const fresh = rows.filter((row) => known.get(row.id) !== row.version);
    const deeds = await findLastDeeds(db, fresh);
    changed.push(...fresh.map(({ id, version }) => ({ id, version, by: null, did: null, ...deeds.get(id) })));
    last = rows.at(-1);
    more = rows.length === PAGE;
  }
  return { changed, versions };
}

type Row = { id: string; version: number; updatedAt: Date };

async function readPage(db: Db, since: Date, last: Row | undefined): Promise<Row[]> {
  const { id, version, updatedAt } = escalations;
  const where = last ? rowsBehind({ by: last.updatedAt, id: last.id }, updatedAt, id, "up") : gte(updatedAt, since);
  return db
    .select({ id, version, updatedAt })
    .from(escalations)
    .where(where)
    .orderBy(asc(updatedAt), asc(id))
    .limit(PAGE);
}
