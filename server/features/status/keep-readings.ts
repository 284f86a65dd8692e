import { and, eq, inArray, lte } from "drizzle-orm";
import { z } from "zod";
import { Text } from "#content/kept-words.ts";
import type { IntegrationId } from "#content/schema.ts";
import type { Queries } from "#db/database.ts";
import { vendorStatus } from "#db/schema/status.ts";
import { Incident } from "./status.schema.ts";
import { VENDOR_STATES } from "./status.values.ts";
import type { WatchedVendor } from "./vendors.ts";

/** What a vendor's page said when it was last asked; `seenAt` is when it last said anything. */
export type LastReading = z.infer<typeof Said> & { seenAt: Date | null; triedAt: Date };

const Said = z.object({
  state: z.enum(VENDOR_STATES),
  incidents: z.array(Incident),
  /** Why it is unknown. */
  reason: Text.nullable(),
});
/** `url` is where it was read, `at` when: the row's own `tried_at` runs ahead while a process reads. */
const Payload = Said.omit({ state: true }).extend({
  url: z.string(),
  at: z.iso.datetime().transform((at) => new Date(at)),
});

/** How long a reading is as good as a new one, and how long a process has to make one. */
export const EVERY_MS = 60_000;

/** The last readings of these vendors. What was read at another address than today's is none. */
export async function loadReadings(db: Queries, vendors: WatchedVendor[]): Promise<Map<IntegrationId, LastReading>> {
  const ids = vendors.map(({ id }) => id);
  const rows = await db.select().from(vendorStatus).where(inArray(vendorStatus.integration, ids));
  const readings = rows.flatMap((row) => {
    const vendor = vendors.find(({ id }) => id === row.integration);
    const payload = Payload.safeParse(row.payload);
    const said = Said.safeParse({ ...payload.data, state: row.state });
    if (!vendor || !payload.success || !said.success || payload.data.url !== vendor.read.url) return [];
    return [[vendor.id, { ...said.data, seenAt: row.seenAt, triedAt: payload.data.at }] as const];
  });
  return new Map(readings);
}

/** True for one process a minute, whichever asks first: that one reads the page for all. */
export async function claimRead(db: Queries, { id, read }: WatchedVendor, now: Date): Promise<boolean> {
  const nothing = { url: read.url, incidents: [], reason: null, at: null };
  const claimed = await db
    .insert(vendorStatus)
    .values({ integration: id, state: "unknown", payload: nothing, seenAt: null, triedAt: now })
    .onConflictDoUpdate({
      target: vendorStatus.integration,
      set: { triedAt: now },
      setWhere: lte(vendorStatus.triedAt, new Date(now.getTime() - EVERY_MS)),
    })
    .returning({ integration: vendorStatus.integration });
  return claimed.length > 0;
}

/** Keeps what the process that claimed it has read; too late when another has claimed since. */
export async function keepReading(db: Queries, { id, read }: WatchedVendor, reading: LastReading): Promise<void> {
  const { state, incidents, reason, seenAt, triedAt } = reading;
  await db
    .update(vendorStatus)
    .set({ state, seenAt, payload: { url: read.url, incidents, reason, at: triedAt } })
    .where(and(eq(vendorStatus.integration, id), eq(vendorStatus.triedAt, triedAt)));
}
