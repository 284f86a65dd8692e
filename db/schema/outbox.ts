import { index, instant, int, json, oneOf, str, table, uniqueIndex } from "../columns.ts";

/** What is promised to be sent. Its id is the message's identity outside (`webhook-id`, Message-ID), also when it is sent again. */
export const outbox = table(
  "outbox",
  {
    id: str().primaryKey(),
    kind: str().notNull(),
    /** Two rows with one key are one promise. */
    dedupeKey: str().notNull(),
    payload: json<unknown>().notNull(),
    /** What it is about, such as an escalation's id. */
    ref: str(),
    state: oneOf(["waiting", "sent", "dead"]).notNull(),
    attempts: int().notNull(),
    nextAt: instant().notNull(),
    /** A worker has it until then. */
    leaseUntil: instant(),
    leasedBy: str(),
    lastError: str(),
    /** What the receiver calls what it took, such as a ticket's number; later rows about the same thing go there. */
    received: json<Record<string, string>>(),
    sentAt: instant(),
    createdAt: instant().notNull(),
  },
  (row) => [
    uniqueIndex("outbox_dedupe").on(row.dedupeKey),
    index("outbox_due").on(row.state, row.nextAt, row.id),
    index("outbox_channel").on(row.state, row.kind, row.nextAt, row.id),
    // the log of one webhook
    index("outbox_kind").on(row.kind, row.id),
    index("outbox_sent").on(row.sentAt),
    index("outbox_ref").on(row.ref),
  ],
);
