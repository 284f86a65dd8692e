import { instant, int, str, table } from "../columns.ts";

/** What the clean-up last did for a kind of record (content/schema.ts, RETENTION_KINDS). */
export const cleanings = table("cleanings", {
  kind: str().primaryKey(),
  cleanedAt: instant().notNull(),
  /** YYYY-MM-DD, UTC, and how many were deleted on it, by all processes together. */
  day: str().notNull(),
  deleted: int().notNull(),
});
