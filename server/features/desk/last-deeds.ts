import { and, desc, gte, inArray } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { audit } from "#db/schema/audit.ts";
import { escalations, messages } from "#db/schema/escalation.ts";
import { Deed } from "./cases.schema.ts";

type Kept = Pick<typeof escalations.$inferSelect, "id" | "version" | "updatedAt">;
const SAID = { customer: "wrote", agent: "replied", note: "noted" } as const;
type Done = { by: string; did: Deed };

/** Who did what to each case last, by its id. A change names its version in the audit log; a message changes a case in its own moment. */
export async function findLastDeeds(db: Db, cases: Kept[]): Promise<Map<string, Done>> {
  const deeds = new Map<string, Done>();
  if (cases.length === 0) return deeds;
  const kept = new Map(cases.map((each) => [each.id, each]));
  const earliest = new Date(Math.min(...cases.map(({ updatedAt }) => updatedAt.getTime())));
  for (const { objectId, action, detail, staffName } of await readDeeds(db, [...kept.keys()], earliest)) {
    const did = Deed.safeParse(action.slice("case.".length));
    if (objectId && did.success && detail?.["version"] === kept.get(objectId)?.version)
      deeds.set(objectId, { by: staffName, did: did.data });
  }
  for (const { caseId, from, author, createdAt } of await readSaid(db, [...kept.keys()], earliest)) {
    if (deeds.has(caseId) || createdAt.getTime() !== kept.get(caseId)?.updatedAt.getTime()) continue;
    deeds.set(caseId, { by: author, did: SAID[from] });
  }
  return deeds;
}

const readDeeds = (db: Db, ids: string[], since: Date) =>
  db
    .select()
    .from(audit)
    .where(and(inArray(audit.objectId, ids), gte(audit.at, since)))
    .orderBy(desc(audit.at));

/** What is said in a merged case changes the one that it goes on in. */
async function readSaid(db: Db, ids: string[], since: Date) {
  const { id, mergedInto } = escalations;
  const merged = await db.select({ id, into: mergedInto }).from(escalations).where(inArray(mergedInto, ids));
  const goesOnIn = new Map(merged.map((each) => [each.id, each.into]));
  const { escalationId, createdAt } = messages;
  const rows = await db
    .select()
    .from(messages)
    .where(and(inArray(escalationId, [...ids, ...goesOnIn.keys()]), gte(createdAt, since)));
  return rows.map((row) => ({ ...row, caseId: goesOnIn.get(row.escalationId) ?? row.escalationId }));
}
