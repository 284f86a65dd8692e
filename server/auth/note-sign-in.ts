import { eq, lt } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { increased } from "#db/query.ts";
import { user, verification } from "#db/schema/auth.ts";
import { signInFailures } from "#db/schema/staff.ts";
import type { Clock } from "#server/core/clock.ts";
import { HOUR_MS } from "#server/core/durations.values.ts";
import { noteAudit } from "./note-audit.ts";

type Deps = { db: Db; clock: Clock };
type Who = { id: string; name: string };

export const noteSignIn = ({ db, clock }: Deps, who: Who, way: string): Promise<void> =>
  db.transaction((tx) => noteAudit(tx, clock, who, { action: "staff.signed-in", objectId: who.id, detail: { way } }));

/** Within an hour the log has a line for each of these counts: a thousand guesses are four lines, not a thousand. */
const TOLD_AT = new Set([1, 10, 100, 1000]);
const UNKNOWN: Who = { id: "unknown", name: "Somebody without an account" };

/** A wrong password or code. What was typed is not kept: people type passwords into the wrong field. */
export async function noteFailure({ db, clock }: Deps, who: Who | undefined): Promise<void> {
  const { id, name } = who ?? UNKNOWN;
  const hour = new Date(Math.floor(clock.now().getTime() / HOUR_MS) * HOUR_MS);
  await db.transaction(async (tx) => {
    const [kept] = await tx
      .insert(signInFailures)
      .values({ who: id, hour, count: 1 })
      .onConflictDoUpdate({
        target: [signInFailures.who, signInFailures.hour],
        set: { count: increased(signInFailures.count) },
      })
      .returning({ count: signInFailures.count });
    if (!kept || !TOLD_AT.has(kept.count)) return;
    const detail = { count: kept.count };
    await noteAudit(tx, clock, { id, name }, { action: "staff.sign-in-failed", objectId: who?.id, detail });
  });
}

export async function forgetFailures(db: Db, before: Date): Promise<void> {
  await db.delete(signInFailures).where(lt(signInFailures.hour, before));
}

export async function findByAddress(db: Db, email: string): Promise<Who | undefined> {
  const [found] = await db.select({ id: user.id, name: user.name }).from(user).where(eq(user.email, email));
  return found;
}

/** Whom a half-finished sign-in is of. `challenge` is the cookie's value: an id that better-auth made, and its signature. */
export async function findByChallenge(db: Db, challenge: string): Promise<Who | undefined> {
  const [id = ""] = challenge.split(".", 1);
  const [found] = await db
    .select({ id: user.id, name: user.name })
    .from(verification)
    .innerJoin(user, eq(user.id, verification.value))
    .where(eq(verification.identifier, id));
  return found;
}
