import { index, instant, json, str, table, uniqueIndex } from "../columns.ts";

/** What a request with an `Idempotency-Key` was answered, so that the same one again gets the same answer. */
export const idempotencyKeys = table(
  "idempotency_keys",
  {
    /** The route that the key belongs to. */
    scope: str().notNull(),
    key: str().notNull(),
    requestHash: str().notNull(),
    response: json<unknown>(),
    createdAt: instant().notNull(),
  },
  (entry) => [
    uniqueIndex("idempotency_keys_whole").on(entry.scope, entry.key),
    index("idempotency_keys_created").on(entry.createdAt),
  ],
);
