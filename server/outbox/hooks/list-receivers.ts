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

/** Events that have the words of a question or a search in them. */
export const OF_QUESTIONS = ["answer.", "gap."];

/** Whether it is told of any event whose name begins so. */
export const hears = ({ events }: Receiver, beginnings: string[]): boolean =>
  events.some((name) => beginnings.some((beginning) => name.startsWith(beginning)));
