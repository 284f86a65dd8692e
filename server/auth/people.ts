import { and, asc, count, desc, eq, sql } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { audit } from "#db/schema/audit.ts";
import { session, twoFactor, user } from "#db/schema/auth.ts";
import { passkeys } from "#db/schema/staff.ts";
import type { Clock } from "#server/core/clock.ts";
import { AppError } from "#server/core/errors.ts";
import { leavesAnAdmin, oneAtATime, refuse, unknownPerson } from "./last-admin.ts";
import { noteAudit } from "./note-audit.ts";
import { StaffRole, type Colleague } from "./people.schema.ts";
import type { Staff } from "./staff.ts";

export type PeopleDeps = { db: Db; clock: Clock };

/** Everybody who has an account, by name. */
export async function listPeople(db: Db): Promise<Colleague[]> {
  const lastDeed = db.select({ at: audit.at }).from(audit).where(eq(audit.staffId, user.id));
  const lastUse = db.select({ at: session.updatedAt }).from(session).where(eq(session.userId, user.id));
  const keys = db.select({ keys: count() }).from(passkeys).where(eq(passkeys.userId, user.id));
  const rows = await db
    .select({
      id: user.id,
      name: user.name,
      email: user.email,
      role: user.role,
      banned: user.banned,
      codes: user.twoFactorEnabled,
      passkeys: sql<number>`(${keys})`.mapWith(Number),
      deedAt: sql<Date | null>`(${lastDeed.orderBy(desc(audit.at)).limit(1)})`.mapWith(audit.at),
      usedAt: sql<Date | null>`(${lastUse.orderBy(desc(session.updatedAt)).limit(1)})`.mapWith(session.updatedAt),
    })
    .from(user)
    .orderBy(asc(user.name), asc(user.id))
    .limit(500);
  return rows.map(({ banned, codes, deedAt, usedAt, role, ...row }) => ({
    ...row,
    role: StaffRole.catch("writer").parse(role),
    barred: Boolean(banned),
    codes: Boolean(codes),
    lastSeenAt: laterOf(deedAt, usedAt)?.toISOString() ?? null,
  }));
}

const laterOf = (one: Date | null, other: Date | null): Date | null =>
  one && other ? (one > other ? one : other) : (one ?? other);

/** @throws AppError `unprocessable` for the last admin, whom nobody could let in again */
export async function changeRole({ db, clock }: PeopleDeps, staff: Staff, id: string, role: StaffRole): Promise<void> {
  await db.transaction(async (tx) => {
    await oneAtATime(tx, clock);
    const changed = await tx
      .update(user)
      .set({ role, updatedAt: clock.now() })
      .where(and(eq(user.id, id), role === "admin" ? undefined : leavesAnAdmin(tx)))
      .returning({ name: user.name });
    const [kept] = changed.length > 0 ? changed : await refuse(tx, id);
    await noteAudit(tx, clock, staff, { action: "staff.role-changed", objectId: id, detail: { ...kept, role } });
  });
}

/** Barring ends their sessions at once; what they wrote stays. */
export async function setBarred({ db, clock }: PeopleDeps, staff: Staff, id: string, barred: boolean): Promise<void> {
  if (barred && id === staff.id) throw new AppError("unprocessable", "You cannot bar yourself. Ask another admin.");
  await db.transaction(async (tx) => {
    await oneAtATime(tx, clock);
    const changed = await tx
      .update(user)
      .set({ banned: barred, banReason: null, banExpires: null, updatedAt: clock.now() })
      .where(and(eq(user.id, id), barred ? leavesAnAdmin(tx) : undefined))
      .returning({ name: user.name });
    const [kept] = changed.length > 0 ? changed : await refuse(tx, id);
    if (barred) await tx.delete(session).where(eq(session.userId, id));
    const action = barred ? "staff.barred" : "staff.let-in";
    await noteAudit(tx, clock, staff, { action, objectId: id, detail: { ...kept } });
  });
}

/** For who lost the phone: codes and passkeys go, and every session with them. */
export async function resetFactors(
  { db, clock }: PeopleDeps,
  by: Pick<Staff, "id" | "name">,
  id: string,
): Promise<void> {
  await db.transaction(async (tx) => {
    const [reset] = await tx
      .update(user)
      .set({ twoFactorEnabled: false, updatedAt: clock.now() })
      .where(eq(user.id, id))
      .returning({ name: user.name });
    if (!reset) throw unknownPerson();
    await tx.delete(twoFactor).where(eq(twoFactor.userId, id));
    await tx.delete(passkeys).where(eq(passkeys.userId, id));
    await tx.delete(session).where(eq(session.userId, id));
    await noteAudit(tx, clock, by, { action: "staff.factors-reset", objectId: id, detail: reset });
  });
}

export async function endSessionsOf({ db, clock }: PeopleDeps, staff: Staff, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    const [known] = await tx.select({ name: user.name }).from(user).where(eq(user.id, id));
    if (!known) throw unknownPerson();
    const ended = await tx.delete(session).where(eq(session.userId, id)).returning({ id: session.id });
    const detail = { ...known, sessions: ended.length };
    await noteAudit(tx, clock, staff, { action: "staff.sessions-ended", objectId: id, detail });
  });
}
