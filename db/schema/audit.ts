import { index, instant, json, str, table } from "../columns.ts";

/** Who of the staff did what. Rows are added and never changed: the database refuses it (migration 0007). */
export const audit = table(
  "audit",
  {
    id: str().primaryKey(),
    at: instant().notNull(),
    staffId: str().notNull(),
    /** As they were called then. */
    staffName: str().notNull(),
    /** Such as `case.solved`, `article.dismissed`, `staff.invited`, `address.erased`. */
    action: str().notNull(),
    /** What `action` begins with: `case`, `article`, `staff`. */
    kind: str().notNull(),
    /** What it was done to: a case's id, an article's, a person's. */
    objectId: str(),
    detail: json<Record<string, unknown>>(),
  },
  (entry) => [
    index("audit_at").on(entry.at, entry.id),
    index("audit_object").on(entry.objectId, entry.at, entry.id),
    index("audit_staff").on(entry.staffId, entry.at, entry.id),
    index("audit_kind").on(entry.kind, entry.at, entry.id),
  ],
);
