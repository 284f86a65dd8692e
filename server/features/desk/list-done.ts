import { and, desc, eq, inArray } from "drizzle-orm";
import type { Queries } from "#db/database.ts";
import { audit } from "#db/schema/audit.ts";
import type { CaseDone } from "./case-content.schema.ts";
import { DEEDS } from "./cases.values.ts";
import { LEFT, readNames } from "./summarise-cases.ts";

/** More nobody reads beside a case; the log has them all. */
const NEWEST = 50;
/** What is written stands in the thread, under its author. */
const IN_THREAD = ["replied", "noted", "wrote"];
const ACTIONS = DEEDS.filter((deed) => !IN_THREAD.includes(deed)).map((deed) => `case.${deed}`);

/** What staff did to a case, the newest first. What its customer did is not among it. */
export async function listDone(db: Queries, caseId: string): Promise<CaseDone[]> {
  const rows = await db
    .select()
    .from(audit)
    .where(and(eq(audit.objectId, caseId), inArray(audit.action, ACTIONS)))
    .orderBy(desc(audit.at), desc(audit.id))
    .limit(NEWEST);
  const names = await readNames(
    db,
    rows.flatMap(({ detail }) => ownerIn(detail?.["is"]) ?? []),
  );
  return rows.map(({ id, at, staffId, staffName, action, detail }) => {
    const owner = ownerIn(detail?.["is"]);
    return {
      id,
      at: at.toISOString(),
      by: staffName,
      did: action.slice("case.".length),
      was: fieldsOf(detail?.["was"]),
      is: fieldsOf(detail?.["is"]),
      ...(owner && { owner: { name: names.get(owner) ?? LEFT, isWhoDid: owner === staffId } }),
    };
  });
}

const isFields = (kept: unknown): kept is Record<string, unknown> => typeof kept === "object" && kept !== null;
const fieldsOf = (kept: unknown): Record<string, unknown> => (isFields(kept) ? kept : {});

function ownerIn(kept: unknown): string | undefined {
  const { ownerId } = fieldsOf(kept);
  return typeof ownerId === "string" ? ownerId : undefined;
}
