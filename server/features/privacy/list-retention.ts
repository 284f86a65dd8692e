import { describeRetention } from "#content/retention.ts";
import type { Hub } from "#content/schema.ts";
import type { Db } from "#db/database.ts";
import { cleanings } from "#db/schema/retention.ts";
import type { RetentionList } from "./privacy.schema.ts";

/** How long each kind is kept, and when it was cleaned last. */
export async function listRetention(db: Db, hub: Pick<Hub, "retentionDays" | "retention">): Promise<RetentionList> {
  const cleaned = new Map((await db.select().from(cleanings)).map((row) => [row.kind, row]));
  const kinds = describeRetention(hub).map((retained) => {
    const last = cleaned.get(retained.kind);
    return { ...retained, cleanedAt: last?.cleanedAt.toISOString() ?? null, deleted: last?.deleted ?? 0 };
  });
  return { kinds };
}
