import { instant, str, table } from "../columns.ts";
import { user } from "./auth.ts";

/** Who of the staff wants the weekly report by mail. */
export const weeklyReaders = table("weekly_readers", {
  staffId: str()
    .primaryKey()
    .references(() => user.id, { onDelete: "cascade" }),
  since: instant().notNull(),
});
