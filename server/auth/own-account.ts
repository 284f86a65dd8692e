import { and, asc, desc, eq, gt, ne } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { account, session } from "#db/schema/auth.ts";
import { passkeys } from "#db/schema/staff.ts";
import type { Clock } from "#server/core/clock.ts";
import type { Config } from "#server/core/config.ts";
import { AppError } from "#server/core/errors.ts";
import type { Auth } from "./auth.ts";
import type { TakeLimit } from "./auth.routes.ts";
import { describeDevice } from "./describe-device.ts";
import type { Me, OwnSession } from "./me.schema.ts";
import { noteAudit } from "./note-audit.ts";
import type { SignedIn } from "./staff.ts";

export type OwnDeps = { db: Db; clock: Clock; config: Pick<Config, "oidc">; auth: Auth; takeLimit: TakeLimit };

/** How somebody can sign in, and where they are. */
export async function describeOwnAccount(
  { db, clock, auth }: OwnDeps,
  signedIn: SignedIn,
): Promise<Omit<Me, "owesFactor">> {
  const { staff, codesOn } = signedIn;
  const keys = await db
    .select()
    .from(passkeys)
    .where(eq(passkeys.userId, staff.id))
    .orderBy(asc(passkeys.createdAt))
    .limit(50);
  const kept = codesOn ? await auth.api.viewBackupCodes({ body: { userId: staff.id } }) : null;
  return {
    password: (await findPassword(db, staff.id)) !== null,
    codes: codesOn,
    backupCodesLeft: kept?.backupCodes.length ?? 0,
    passkeys: keys.map(({ id, name, createdAt, lastUsedAt }) => ({
      id,
      name,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    })),
    sessions: await listSessions(db, clock, signedIn),
  };
}

async function listSessions(db: Db, clock: Clock, signedIn: SignedIn): Promise<OwnSession[]> {
  const rows = await db
    .select()
    .from(session)
    .where(and(eq(session.userId, signedIn.staff.id), gt(session.expiresAt, clock.now())))
    .orderBy(desc(session.updatedAt))
    .limit(100);
  return rows.map(({ id, userAgent, ipAddress, way, updatedAt, createdAt }) => ({
    id,
    device: describeDevice(userAgent),
    address: ipAddress || null,
    way,
    lastUsedAt: updatedAt.toISOString(),
    createdAt: createdAt.toISOString(),
    here: id === signedIn.session.id,
  }));
}

/** @throws AppError `not_found` for a session that is not theirs */
export async function endSession({ db, clock }: OwnDeps, { staff }: SignedIn, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    const own = and(eq(session.id, id), eq(session.userId, staff.id));
    const ended = await tx.delete(session).where(own).returning({ id: session.id });
    if (ended.length === 0) throw new AppError("not_found", "This session has ended already.");
    const detail = { sessions: 1 };
    await noteAudit(tx, clock, staff, { action: "staff.sessions-ended", objectId: staff.id, detail });
  });
}

export async function endOtherSessions({ db, clock }: OwnDeps, { staff, session: here }: SignedIn): Promise<void> {
  await db.transaction(async (tx) => {
    const others = and(eq(session.userId, staff.id), ne(session.id, here.id));
    const ended = await tx.delete(session).where(others).returning({ id: session.id });
    const detail = { sessions: ended.length };
    await noteAudit(tx, clock, staff, { action: "staff.sessions-ended", objectId: staff.id, detail });
  });
}

/** Notes what somebody changed about the own account, where better-auth made the change by statements of its own. */
export const noteOwn = ({ db, clock }: OwnDeps, { staff }: SignedIn, action: string): Promise<void> =>
  db.transaction((tx) => noteAudit(tx, clock, staff, { action, objectId: staff.id }));

async function findPassword(db: Db, userId: string): Promise<string | null> {
  const credential = and(eq(account.userId, userId), eq(account.providerId, "credential"));
  const [found] = await db.select({ password: account.password }).from(account).where(credential);
  return found?.password ?? null;
}

/** Guesses at the own password are few, as at the page of signing in. */
export const limitGuesses = ({ takeLimit }: OwnDeps, { staff }: SignedIn): Promise<void> =>
  takeLimit({ key: `confirm:${staff.id}`, limit: 10, windowSeconds: 15 * 60 });

/** The password again, before a factor changes. Who has none has shown who they are elsewhere. */
export async function confirmPassword(deps: OwnDeps, signedIn: SignedIn, password: string): Promise<void> {
  await limitGuesses(deps, signedIn);
  const hash = await findPassword(deps.db, signedIn.staff.id);
  if (hash === null) return;
  const right = await (await deps.auth.$context).password.verify({ hash, password });
  if (!right) throw new AppError("bad_request", "This is not your password. Try again.");
}
