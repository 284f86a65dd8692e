import { instant, str, table } from "../columns.ts";

/** What the hub keeps for itself, such as the hash of the first-desk link. */
export const settings = table("settings", {
  key: str().primaryKey(),
  value: str().notNull(),
  updatedAt: instant().notNull(),
});
