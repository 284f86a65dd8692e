import { index, instant, int, json, oneOf, str, table, uniqueIndex } from "../columns.ts";

/** What a vendor's status page last said. `triedAt` is when it was last asked, `seenAt` when it last answered. */
export const vendorStatus = table("vendor_status", {
  integration: str().primaryKey(),
  state: str().notNull(),
  payload: json<unknown>().notNull(),
  seenAt: instant(),
  triedAt: instant().notNull(),
});

/** The worst of a vendor's day (YYYY-MM-DD, where the support team is), as its page at `url` said it. */
export const vendorDays = table(
  "vendor_days",
  {
    integration: str().notNull(),
    url: str().notNull(),
    day: str().notNull(),
    state: oneOf(["operational", "maintenance", "degraded", "down"]).notNull(),
    /** The hours in which the page was read, a bit each; 0: the vendor told of that day later. */
    hours: int().notNull(),
  },
  (seen) => [
    uniqueIndex("vendor_days_whole").on(seen.integration, seen.url, seen.day),
    index("vendor_days_day").on(seen.day),
  ],
);
