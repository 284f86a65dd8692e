import { and, gte, inArray, lt, or, sql } from "drizzle-orm";
import { utcDay } from "#content/utc-day.ts";
import { deleteBatches } from "#db/delete-batches.ts";
import type { Db, Queries } from "#db/database.ts";
import { vendorDays } from "#db/schema/status.ts";
import { DAY_STATES, DAYS_TOLD } from "../status.values.ts";
import type { WatchedVendor } from "../vendors.ts";
import { DAY_MS } from "#server/core/durations.values.ts";

/** A vendor's day as it is kept. */
export type VendorDay = typeof vendorDays.$inferSelect;

export async function loadDays(db: Queries, vendors: WatchedVendor[], since: string): Promise<VendorDay[]> {
  const ids = vendors.map(({ id }) => id);
  return db
    .select()
    .from(vendorDays)
    .where(and(inArray(vendorDays.integration, ids), gte(vendorDays.day, since)));
}

/** Keeps the worse of what is kept and this, and the hours of both; writes nothing where that is what is kept. */
export async function keepDay(db: Queries, day: VendorDay): Promise<void> {
  const isWorse = inArray(vendorDays.state, DAY_STATES.slice(0, DAY_STATES.indexOf(day.state)));
  const hours = sql`(${vendorDays.hours} | excluded.hours)`;
  await db
    .insert(vendorDays)
    .values(day)
    .onConflictDoUpdate({
      target: [vendorDays.integration, vendorDays.url, vendorDays.day],
      set: { state: sql`case when ${isWorse} then excluded.state else ${vendorDays.state} end`, hours },
      setWhere: or(isWorse, sql`${hours} <> ${vendorDays.hours}`),
    });
}

/** Deletes what is not told any longer, wherever the support team is: its day may be another than in UTC. */
export async function forgetDays(db: Db, now: Date): Promise<void> {
  const before = utcDay(new Date(now.getTime() - DAYS_TOLD * DAY_MS));
  const { integration, url, day } = vendorDays;
  await deleteBatches(db, { from: vendorDays, key: [integration, url, day], where: lt(day, before) });
}
