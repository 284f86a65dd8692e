/** How programs reach the hub, and how it reaches them. */
import { bool, index, instant, int, json, str, table, uniqueIndex } from "../columns.ts";

/** Keys of the public API. The key itself is shown once and kept nowhere. */
export const apiKeys = table(
  "api_keys",
  {
    id: str().primaryKey(),
    /** What staff call it; stands under what is done with it. */
    name: str().notNull(),
    /** The first characters, by which people know one from another. */
    prefix: str().notNull(),
    hash: str().notNull(),
    scopes: json<string[]>().notNull(),
    madeBy: str().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant(),
    /** To the minute. */
    lastUsedAt: instant(),
    revokedAt: instant(),
  },
  (key) => [uniqueIndex("api_keys_hash").on(key.hash), index("api_keys_created").on(key.createdAt, key.id)],
);

/** Addresses that are told of events. Their deliveries are rows of the outbox. */
export const webhooks = table(
  "webhooks",
  {
    id: str().primaryKey(),
    url: str().notNull(),
    /** Sealed; receivers check signatures with it. */
    secret: str().notNull(),
    /** Names of events. */
    events: json<string[]>().notNull(),
    on: bool().notNull(),
    /** Why the hub turned it off by itself. */
    offReason: str(),
    /** Since when nothing gets through. */
    failingSince: instant(),
    madeBy: str().notNull(),
    createdAt: instant().notNull(),
  },
  (webhook) => [index("webhooks_created").on(webhook.createdAt, webhook.id)],
);

/** What became of each attempt to deliver an event. */
export const webhookAttempts = table(
  "webhook_attempts",
  {
    id: str().primaryKey(),
    webhookId: str()
      .notNull()
      .references(() => webhooks.id, { onDelete: "cascade" }),
    /** The outbox's row. */
    deliveryId: str().notNull(),
    at: instant().notNull(),
    /** HTTP; null: there was no answer. */
    status: int(),
    ms: int().notNull(),
    /** What was said, where it was not taken. */
    said: str(),
  },
  (attempt) => [
    index("webhook_attempts_delivery").on(attempt.deliveryId, attempt.at),
    index("webhook_attempts_webhook").on(attempt.webhookId, attempt.at),
    index("webhook_attempts_at").on(attempt.at),
  ],
);
