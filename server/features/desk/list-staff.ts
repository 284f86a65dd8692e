import { and, asc, count, desc, eq, inArray, isNull, or } from "drizzle-orm";
import type { Db, Queries } from "#db/database.ts";
import { user } from "#db/schema/auth.ts";
import { caseTags } from "#db/schema/cases.ts";
import { AppError } from "#server/core/errors.ts";
import type { StaffList, TagList } from "./cases.schema.ts";

/** No desk has more. */
const STAFF_MAX = 500;
const TAGS_SHOWN = 100;

const worksOnCases = and(inArray(user.role, ["agent", "admin"]), or(isNull(user.banned), eq(user.banned, false)));

export type Colleague = { id: string; name: string; email: string };

/** Those who may work on cases now, by name. */
export async function findStaff(db: Queries): Promise<Colleague[]> {
  const { id, name, email } = user;
  return db.select({ id, name, email }).from(user).where(worksOnCases).orderBy(asc(name), asc(id)).limit(STAFF_MAX);
}

export async function listStaff(db: Queries): Promise<StaffList> {
  return { staff: (await findStaff(db)).map(({ id, name }) => ({ id, name })) };
}

/** @throws AppError "unprocessable" unless each of them works on cases */
export async function requireStaffIds(db: Queries, ids: string[]): Promise<void> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return;
  const found = await db
    .select({ id: user.id })
    .from(user)
    .where(and(inArray(user.id, wanted), worksOnCases));
  if (found.length < wanted.length)
    throw new AppError("unprocessable", "This colleague does not work on cases any more. Choose another.", {
      fields: [{ path: "ownerId", message: "is no agent" }],
    });
}

/** The tags that are in use, most used first. */
export async function listTags(db: Db): Promise<TagList["tags"]> {
  const { tag } = caseTags;
  return db
    .select({ tag, cases: count() })
    .from(caseTags)
    .groupBy(tag)
    .orderBy(desc(count()), asc(tag))
    .limit(TAGS_SHOWN);
}
