import { instant, json, str, table } from "../columns.ts";

/** What a vendor's status page last said. `triedAt` is when it was last asked, `seenAt` when it last answered. */
export const vendorStatus = table("vendor_status", {
  integration: str().primaryKey(),
  state: str().notNull(),
  payload: json<unknown>().notNull(),
  seenAt: instant(),
  triedAt: instant().notNull(),
});
