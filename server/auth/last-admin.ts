import { and, eq, exists, ne, or, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Tx } from "#db/database.ts";
import { notTrue } from "#db/query.ts";
import { user } from "#db/schema/auth.ts";
import { settings } from "#db/schema/settings.ts";
import type { Clock } from "#server/core/clock.ts";
import { AppError } from "#server/core/errors.ts";

/** Two admins who demote each other at once would both see the other: whoever is second waits for the first. */
export async function oneAtATime(tx: Tx, clock: Clock): Promise<void> {
  const now = clock.now();
  await tx
    .insert(settings)
    .values({ key: "desk-admins", value: "", updatedAt: now })
    .onConflictDoUpdate({ target: settings.key, set: { updatedAt: now } });
}

/** The row is no admin's, or there is another admin who may sign in. */
export function leavesAnAdmin(tx: Tx): SQL | undefined {
  const other = alias(user, "other");
  const others = tx
    .select({ id: other.id })
    .from(other)
    .where(and(eq(other.role, "admin"), notTrue(other.banned), ne(other.id, user.id)));
  return or(ne(user.role, "admin"), exists(others));
}

/** For a change that `leavesAnAdmin` kept from happening. @throws AppError always */
export async function refuse(tx: Tx, id: string): Promise<never> {
  const [known] = await tx.select({ id: user.id }).from(user).where(eq(user.id, id));
  if (!known) throw unknownPerson();
  throw new AppError("unprocessable", "This is the last admin who may sign in. Make somebody else an admin first.");
}

export const unknownPerson = (): AppError => new AppError("not_found", "Nobody at the desk has this id.");
