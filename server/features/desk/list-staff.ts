import { and, asc, inArray } from "drizzle-orm";
import type { Queries } from "#db/database.ts";
import { notTrue } from "#db/query.ts";
import { user } from "#db/schema/auth.ts";
import { AppError } from "#server/core/errors.ts";
import type { StaffList } from "./case-content.schema.ts";

export type Colleague = { id: string; name: string; email: string };

/** Who may see cases and is not barred, by name. */
export const findStaff = (db: Queries): Promise<Colleague[]> =>
  Promise.resolve(
    db
      .select({ id: user.id, name: user.name, email: user.email })
      .from(user)
      .where(and(inArray(user.role, ["agent", "admin"]), notTrue(user.banned)))
      .orderBy(asc(user.name), asc(user.id)),
  );

export async function listStaff(db: Queries): Promise<StaffList> {
  return { staff: (await findStaff(db)).map(({ id, name }) => ({ id, name })) };
}

/** @throws AppError "unprocessable" unless each of them may be given cases */
export async function requireStaffIds(db: Queries, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const known = new Set((await findStaff(db)).map(({ id }) => id));
  if (ids.every((id) => known.has(id))) return;
  throw new AppError("unprocessable", "This colleague does not work on cases any more. Choose another.", {
    fields: [{ path: "ownerId", message: "is no agent" }],
  });
}
