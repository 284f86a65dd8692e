import { asc, eq, gt, inArray, lt } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { user } from "#db/schema/auth.ts";
import { caseViewers } from "#db/schema/cases.ts";
import { escalations } from "#db/schema/escalation.ts";
import type { Writes } from "./cases.schema.ts";
import { unknownCase } from "./read-case.ts";

/** A window of the desk, and the case that is open in it. */
export type Watcher = { id: string; staffId: string; caseId: string | null };
export type Viewer = { caseId: string; id: string; name: string; writes: Writes | null };

/** A window says so again after this long. */
const REFRESH_MS = 10_000;
/** Nobody said so for this long: the window is gone, or its process is. */
const GONE_MS = 25_000;

const ago = (now: Date, milliseconds: number): Date => new Date(now.getTime() - milliseconds);

/** Notes what this process's windows have open, as far as it was not noted lately. Lost at a power cut, it is noted again. */
export async function keepViewers(db: Db, now: Date, watchers: Watcher[]): Promise<void> {
  const kept = await db
    .select({ id: caseViewers.id })
    .from(caseViewers)
    .where(gt(caseViewers.seenAt, ago(now, REFRESH_MS)));
  const lately = new Set(kept.map(({ id }) => id));
  const due = watchers.filter(({ id, caseId }) => caseId !== null && !lately.has(id));
  if (due.length === 0) return;
  await db.transaction(
    async (tx) => {
      for (const { id, staffId, caseId } of due) {
        const [found] = await tx
          .select({ id: escalations.id })
          .from(escalations)
          .where(eq(escalations.id, caseId ?? ""));
        if (!found) continue;
        await tx
          .insert(caseViewers)
          .values({ id, staffId, escalationId: found.id, seenAt: now })
          .onConflictDoUpdate({ target: caseViewers.id, set: { seenAt: now } });
      }
      await tx.delete(caseViewers).where(lt(caseViewers.seenAt, ago(now, GONE_MS)));
    },
    { mayBeLost: true },
  );
}

export const forgetViewer = async (db: Db, { id, staffId, caseId }: Watcher): Promise<void> => {
  if (caseId !== null) await db.delete(caseViewers).where(inArray(caseViewers.id, [id, writerId(staffId, caseId)]));
};

/** Notes that somebody writes at a case, or no longer does. @throws AppError "not_found" */
export async function noteWriting(
  db: Db,
  now: Date,
  { staffId, caseId, writes }: { staffId: string; caseId: string; writes: Writes | null },
): Promise<void> {
  const id = writerId(staffId, caseId);
  await db.transaction(
    async (tx) => {
      const [found] = await tx.select({ id: escalations.id }).from(escalations).where(eq(escalations.id, caseId));
      if (!found) throw unknownCase();
      if (writes === null) await tx.delete(caseViewers).where(eq(caseViewers.id, id));
      else
        await tx
          .insert(caseViewers)
          .values({ id, staffId, escalationId: caseId, writes, seenAt: now })
          .onConflictDoUpdate({ target: caseViewers.id, set: { writes, seenAt: now } });
    },
    { mayBeLost: true },
  );
}

/** One for all windows of somebody: they write in one at a time. */
const writerId = (staffId: string, caseId: string): string => `writes ${staffId} ${caseId}`;

/** Everybody who has a case open, in whichever process: once, and as who writes where they do. */
export async function readViewers(db: Db, now: Date): Promise<Viewer[]> {
  const { escalationId: caseId, writes } = caseViewers;
  const rows = await db
    .selectDistinct({ caseId, id: user.id, name: user.name, writes })
    .from(caseViewers)
    .innerJoin(user, eq(user.id, caseViewers.staffId))
    .where(gt(caseViewers.seenAt, ago(now, GONE_MS)))
    .orderBy(asc(user.name), asc(user.id));
  const writing = new Set(rows.filter((row) => row.writes).map(whoAndWhere));
  return rows.filter((row) => row.writes !== null || !writing.has(whoAndWhere(row)));
}

const whoAndWhere = ({ id, caseId }: Pick<Viewer, "id" | "caseId">): string => `${id} ${caseId}`;
