import { asc, eq } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { isUnavailable } from "#db/errors.ts";
import { webhooks } from "#db/schema/api.ts";

export type Receiver = { host: string; events: string[] };

/**
 * Who is told of what by webhooks that were added at the desk and are on, the oldest first. Null while the database is
 * away: nobody is promised what cannot be looked up.
 */
export async function listReceivers(db: Db): Promise<Receiver[] | null> {
  const { url, events, on, createdAt } = webhooks;
  try {
    const rows = await db.select({ url, events }).from(webhooks).where(eq(on, true)).orderBy(asc(createdAt));
    return rows.map((row) => ({ host: new URL(row.url).hostname, events: row.events }));
  } catch (error) {
    if (isUnavailable(error)) return null;
    throw error;
  }
}

/** Events that have the words of a question or a search in them. */
export const OF_QUESTIONS = ["answer.", "gap."];

/** Whether it is told of any event whose name begins so. */
export const hears = ({ events }: Receiver, beginnings: string[]): boolean =>
  events.some((name) => beginnings.some((beginning) => name.startsWith(beginning)));
