import { is, SQL, type AnyColumn } from "drizzle-orm";
import { rowsBehind } from "#db/query.ts";
import { unknownPlace } from "#server/core/unknown-place.ts";

/** A list's page of rows; read one more than that, to know whether there are older ones. */
export const PAGE = 50;

/** The first page of what was read, and the `next` that leads to the older ones. `moment` is what the list is ordered by. */
export function cutPage<Row extends { id: string }>(
  rows: Row[],
  moment: (row: Row) => Date,
): { page: Row[]; next: string | null } {
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return { page, next: rows.length > PAGE && last ? `${moment(last).toISOString()} ${last.id}` : null };
}

/** As `next` gave it: an ISO time and an id. */
const CURSOR = /^([12]\d{3}-\S+Z) (\S+)$/;

/** Rows behind the cursor, in a list with the newest first. @throws AppError "bad_request" for a cursor of nobody's */
export const olderThan = (cursor: string | undefined, moment: AnyColumn | SQL, id: AnyColumn): SQL | undefined =>
  behind(cursor, moment, id, "down");

/** The same in a list with the oldest first. */
export const newerThan = (cursor: string | undefined, moment: AnyColumn | SQL, id: AnyColumn): SQL | undefined =>
  behind(cursor, moment, id, "up");

function behind(
  cursor: string | undefined,
  moment: AnyColumn | SQL,
  id: AnyColumn,
  way: "up" | "down",
): SQL | undefined {
  if (cursor === undefined) return undefined;
  const [, at = "", lastId = ""] = CURSOR.exec(cursor) ?? [];
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) throw unknownPlace("cursor");
  return rowsBehind({ by: is(moment, SQL) ? date.toISOString() : date, id: lastId }, moment, id, way);
}
