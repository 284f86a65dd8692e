/** Files that customers and staff attached; in the database, so that a case and its files are there together or not at all (docs/adr/0017). */
import { bytes, index, instant, int, oneOf, str, table } from "../columns.ts";
import { escalations, messages } from "./escalation.ts";

export const attachments = table(
  "attachments",
  {
    id: str().primaryKey(),
    escalationId: str()
      .notNull()
      .references(() => escalations.id, { onDelete: "cascade" }),
    /** The message that it came with; null for the first one, the case's own. */
    messageId: str().references(() => messages.id, { onDelete: "cascade" }),
    from: oneOf(["customer", "agent"]).notNull(),
    /** Who of the staff attached it, with whose next reply it goes out; null: the customer, or from before this was kept. */
    staffId: str(),
    /** As the sender's system called it, without its folders. */
    name: str().notNull(),
    /** By its content, never by its name. */
    mediaType: str().notNull(),
    /** Bytes. */
    size: int().notNull(),
    sha256: str().notNull(),
    createdAt: instant().notNull(),
  },
  (attachment) => [
    index("attachments_escalation").on(attachment.escalationId, attachment.createdAt),
    index("attachments_created").on(attachment.createdAt),
  ],
);

/** Apart, so that listing does not read megabytes. */
export const attachmentContents = table("attachment_contents", {
  attachmentId: str()
    .primaryKey()
    .references(() => attachments.id, { onDelete: "cascade" }),
  content: bytes().notNull(),
});
