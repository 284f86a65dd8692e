import { and, eq, inArray } from "drizzle-orm";
import type { Db, Tx } from "#db/database.ts";
import { caseTags } from "#db/schema/cases.ts";
import { escalations } from "#db/schema/escalation.ts";
import { touchCase } from "#db/touch-case.ts";
import { noteAudit } from "#server/auth/note-audit.ts";
import type { Staff } from "#server/auth/staff.ts";
import type { Clock } from "#server/core/clock.ts";
import { AppError } from "#server/core/errors.ts";
import { columnsOf, deedOf, survivorDeed, undoOf, type Work } from "./case-fields.ts";
import type { CaseChange, CaseChanged, CaseChangesMade, NamedChange } from "./cases.schema.ts";
import { describeConflicts } from "./describe-conflicts.ts";
import { requireStaffIds } from "./list-staff.ts";
import { unknownCase } from "./read-case.ts";
import { findSurvivor, joinSurvivor } from "./merge-case.ts";
import { readWaitingSince } from "./read-thread.ts";
import { readTags } from "./summarise-cases.ts";

type Case = typeof escalations.$inferSelect;
/** Promises word of it to the channels of support, in the transaction that solves the case. */
type TellSolved = (tx: Tx, solved: Case) => Promise<void>;
/** The same of one that was solved, and is not any more. */
type TellReopened = (tx: Tx, opened: Case) => Promise<void>;
export type Tellers = { tellSolved: TellSolved; tellReopened: TellReopened };
export type ChangeDeps = Tellers & { db: Db; clock: Clock };
type By = Pick<Staff, "id" | "name">;

/** Throws `conflict` with the case as it is now when somebody changed it since `version`, `not_found` when it is gone. */
export async function changeCase(deps: ChangeDeps, by: By, id: string, change: CaseChange): Promise<CaseChanged> {
  const { changed, conflicts } = await changeCases(deps, by, [{ ...change, id }]);
  if (changed[0]) return changed[0];
  if (!conflicts[0]) throw unknownCase();
  throw new AppError("conflict", "Somebody changed this case meanwhile. Look at it, then decide.", {
    extra: { conflict: conflicts[0] },
  });
}

/** Each case that is as its `version` says is changed; of the others it says what became of them. */
export async function changeCases(deps: ChangeDeps, by: By, changes: NamedChange[]): Promise<CaseChangesMade> {
  const { db, clock } = deps;
  const now = clock.now();
  const changed: CaseChanged[] = [];
  const missed: string[] = [];
  await db.transaction(async (tx) => {
    await requireStaffIds(
      tx,
      changes.flatMap(({ ownerId }) => ownerId ?? []),
    );
    const found = await readWork(
      tx,
      changes.map(({ id }) => id),
    );
    // one order for everybody: two who change the same cases do not wait for each other in a circle
    for (const change of changes.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      const before = found.get(change.id);
      const after = before && (await writeChange(tx, now, before, change));
      if (!before || !after) missed.push(change.id);
      else {
        await tellTurned(deps, tx, before, after);
        const version = change.version + 1;
        const survivor = await turnSurvivor(deps, tx, by, { before, after });
        await noteAudit(tx, clock, by, deedOf(before, survivor ? { ...change, mergedInto: survivor } : change));
        changed.push({ id: change.id, version, undo: { ...undoOf(before, change, now), id: change.id, version } });
      }
    }
  });
  return { changed, ...(await describeConflicts(db, missed)) };
}

/** Word of a case that is solved, or is not any more. */
export async function tellTurned(deps: Tellers, tx: Tx, before: Pick<Case, "state">, after: Case): Promise<void> {
  if (after.state === "solved" && before.state !== "solved") await deps.tellSolved(tx, after);
  if (before.state === "solved" && after.state !== "solved") await deps.tellReopened(tx, after);
}

/** The case that it goes on in, or did, is changed too, and says so. @returns the reference of one that it goes on in from now on */
async function turnSurvivor(deps: ChangeDeps, tx: Tx, by: By, turned: { before: Case; after: Case }) {
  const { before: merged, after } = turned;
  if (merged.mergedInto === after.mergedInto) return null;
  const now = deps.clock.now();
  const left = merged.mergedInto && (await touchCase(tx, merged.mergedInto, now));
  if (left) await noteAudit(tx, deps.clock, by, survivorDeed("parted", left, { takenOut: merged.reference }));
  if (!after.mergedInto) return null;
  const joined = await joinSurvivor(tx, merged, after.mergedInto, now);
  await tellTurned(deps, tx, joined.before, joined.after);
  await noteAudit(tx, deps.clock, by, survivorDeed("joined", joined.after, { takenIn: merged.reference }));
  return joined.after.reference;
}

/** @returns the case as it is now, unless it was not as the change says it was seen */
async function writeChange(tx: Tx, now: Date, before: Work, change: NamedChange): Promise<Case | undefined> {
  const mergedInto = change.mergedInto && (await findSurvivor(tx, before, change.mergedInto));
  const columns = columnsOf(before, { ...change, ...(mergedInto && { mergedInto }) }, now);
  const reopened = (columns.state === "new" || columns.state === "open") && !before.waitingSince;
  const waitingSince = reopened ? { waitingSince: await readWaitingSince(tx, before, now) } : {};
  const [written] = await tx
    .update(escalations)
    .set({ ...columns, ...waitingSince, version: change.version + 1, updatedAt: now })
    .where(and(eq(escalations.id, change.id), eq(escalations.version, change.version)))
    .returning();
  if (written && change.tags) await replaceTags(tx, change.id, change.tags);
  return written;
}

async function replaceTags(tx: Tx, escalationId: string, tags: string[]): Promise<void> {
  await tx.delete(caseTags).where(eq(caseTags.escalationId, escalationId));
  const rows = [...new Set(tags)].map((tag) => ({ escalationId, tag }));
  if (rows.length > 0) await tx.insert(caseTags).values(rows);
}

async function readWork(tx: Tx, ids: string[]): Promise<Map<string, Work>> {
  const rows = await tx.select().from(escalations).where(inArray(escalations.id, ids));
  const tags = await readTags(tx, ids);
  return new Map(rows.map((row) => [row.id, { ...row, tags: tags.get(row.id) ?? [], junk: row.junkAt !== null }]));
}
