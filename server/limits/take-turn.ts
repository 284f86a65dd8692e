import { and, eq, lte } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { settings } from "#db/schema/settings.ts";
import type { Clock } from "../core/clock.ts";
import { newId } from "../core/ids.ts";

/**
 * Takes what one process alone may do at a time, for at most `leaseMs`: who dies in the middle holds nobody up for longer.
 * @returns what gives it back, or null where another process has it
 */
export async function takeTurn({ db, clock }: { db: Db; clock: Clock }, key: string, leaseMs: number) {
  const now = clock.now();
  const turn = { value: newId("turn"), updatedAt: new Date(now.getTime() + leaseMs) };
  const taken = await db
    .insert(settings)
    .values({ key, ...turn })
    .onConflictDoUpdate({ target: settings.key, set: turn, setWhere: lte(settings.updatedAt, now) })
    .returning({ key: settings.key });
  if (taken.length === 0) return null;
  const isOurs = and(eq(settings.key, key), eq(settings.value, turn.value));
  return async (): Promise<void> => {
    await db.update(settings).set({ updatedAt: now }).where(isOurs);
  };
}
