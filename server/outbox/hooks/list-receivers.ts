import { asc, eq } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { webhooks } from "#db/schema/api.ts";

export type Receiver = { host: string; events: string[] };

/** Who is told of what by webhooks that were added at the desk and are on, the oldest first. */
export async function listReceivers(db: Db): Promise<Receiver[]> {
  const { url, events, on, createdAt } = webhooks;
  const rows = await db.select({ url, events }).from(webhooks).where(eq(on, true)).orderBy(asc(createdAt));
  return rows.map((row) => ({ host: new URL(row.url).hostname, events: row.events }));
}
