import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import { index, instant, int, json, oneOf, str, table, uniqueIndex } from "../columns.ts";

export type StoredTrailItem = {
  at: string;
  kind: "page" | "article" | "section" | "step" | "search" | "answer" | "check" | "trace" | "diagnosis" | "error";
  ref: string;
  title: string;
  detail?: string | undefined;
  /** Content hash of the article that it is about, as the reader had it. */
  version?: string | undefined;
};

/** By what cases in sight are ordered: when each was changed last, or came back from its snooze since. */
export const listedFrom = ({ snoozedUntil, updatedAt }: Record<"snoozedUntil" | "updatedAt", AnyColumn>): SQL =>
  sql`(case when ${snoozedUntil} > ${updatedAt} then ${snoozedUntil} else ${updatedAt} end)`;

export const escalations = table(
  "escalations",
  {
    id: str().primaryKey(),
    /** What people say on the phone. */
    reference: str().notNull(),
    /** `hashSecret` of the receipt's link. */
    receiptHash: str().notNull(),
    receiptExpiresAt: instant().notNull(),
    /** Which link opens it: each new one ends the one before. */
    receiptIssue: int().notNull().default(0),
    email: str().notNull(),
    name: str(),
    /** What mails to them are written in; null: the hub's first. */
    language: str(),
    /** As the customer named it; null where the message's first words have to do. */
    subject: str(),
    /** A topic of hub.yaml. */
    topicId: str(),
    message: str().notNull(),
    articleId: str(),
    url: str(),
    trail: json<StoredTrailItem[]>().notNull(),
    state: oneOf(["new", "open", "waiting", "solved"]).notNull(),
    priority: oneOf(["low", "normal", "high", "urgent"]).notNull().default("normal"),
    /** Who of the staff looks after it. */
    ownerId: str(),
    /** The customer's first word that nobody has answered; null while it is theirs to write, or nobody's. */
    waitingSince: instant(),
    /** Out of sight until then. */
    snoozedUntil: instant(),
    /** The case that this one goes on in, of the same address; a case is in one at most, and that one in none (docs/adr/0047). */
    mergedInto: str(),
    /** Since when it is out of the queue and the figures, as nobody's request. */
    junkAt: instant(),
    /** The first answer of a person; reports measure with it. */
    firstReplyAt: instant(),
    solvedAt: instant(),
    /** When the customer first opened the booking link. */
    bookingOpenedAt: instant(),
    /** Grows with every change; who changes says which one they saw. */
    version: int().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (escalation) => [
    uniqueIndex("escalations_reference").on(escalation.reference),
    uniqueIndex("escalations_receipt").on(escalation.receiptHash),
    index("escalations_updated").on(escalation.updatedAt, escalation.id),
    index("escalations_listed").on(listedFrom(escalation), escalation.id),
    // for programs, which read what was changed
    index("escalations_state_updated").on(escalation.state, escalation.updatedAt, escalation.id),
    index("escalations_state_listed").on(escalation.state, listedFrom(escalation), escalation.id),
    index("escalations_article").on(
      escalation.articleId,
      escalation.createdAt,
      escalation.junkAt,
      escalation.mergedInto,
    ),
    index("escalations_topic").on(escalation.topicId, escalation.createdAt),
    index("escalations_owner_listed").on(escalation.ownerId, listedFrom(escalation), escalation.id),
    // with what the reports count, which read this index alone
    index("escalations_created").on(
      escalation.createdAt,
      escalation.topicId,
      escalation.articleId,
      escalation.firstReplyAt,
      escalation.solvedAt,
      escalation.junkAt,
      escalation.mergedInto,
    ),
    index("escalations_priority_listed").on(escalation.priority, listedFrom(escalation), escalation.id),
    index("escalations_topic_listed").on(escalation.topicId, listedFrom(escalation), escalation.id),
    index("escalations_waiting").on(escalation.waitingSince, escalation.id),
    // the desk counts by these, and reads nothing else for it
    index("escalations_facets").on(
      escalation.state,
      escalation.ownerId,
      escalation.priority,
      escalation.topicId,
      escalation.snoozedUntil,
      escalation.waitingSince,
      escalation.junkAt,
    ),
    index("escalations_snoozed").on(escalation.snoozedUntil, escalation.id),
    // of the few that are: who looks for all the others goes by the indexes above
    index("escalations_junk")
      .on(escalation.junkAt, escalation.id)
      .where(sql`junk_at is not null`),
    index("escalations_merged")
      .on(escalation.mergedInto, escalation.createdAt)
      .where(sql`merged_into is not null`),
    index("escalations_email").on(sql`lower(${escalation.email})`, escalation.createdAt),
  ],
);

/** What was written after the first message. Notes stay at the desk. */
export const messages = table(
  "messages",
  {
    id: str().primaryKey(),
    escalationId: str()
      .notNull()
      .references(() => escalations.id, { onDelete: "cascade" }),
    from: oneOf(["customer", "agent", "note"]).notNull(),
    author: str().notNull(),
    /** Who of the staff wrote it; null for the customer. */
    authorId: str(),
    body: str().notNull(),
    createdAt: instant().notNull(),
  },
  (message) => [index("messages_escalation").on(message.escalationId, message.createdAt)],
);
