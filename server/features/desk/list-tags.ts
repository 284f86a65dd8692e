import { asc, count, desc } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { caseTags } from "#db/schema/cases.ts";
import type { TagList } from "./cases.schema.ts";

const SHOWN = 100;

/** The tags that are in use, most used first. */
export async function listTags(db: Db): Promise<TagList["tags"]> {
  const { tag } = caseTags;
  return db.select({ tag, cases: count() }).from(caseTags).groupBy(tag).orderBy(desc(count()), asc(tag)).limit(SHOWN);
}
