import { createHash } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import type { Queries } from "#db/database.ts";
import { idempotencyKeys } from "#db/schema/idempotency.ts";
import { AppError } from "#server/core/errors.ts";

const SCOPE = "escalations";

/** `before`: another key, which the same request may have had shortly before. */
export type KeyedRequest = { key: string; before?: string | undefined; hash: string };

/** Names a request by what is in it; checked input has its fields in one order. */
export const keyRequest = (key: string, before: string | undefined, input: unknown): KeyedRequest => ({
  key,
  before,
  hash: createHash("sha256").update(JSON.stringify(input)).digest("hex"),
});

/** The case that was made under this key, or null. @throws AppError "unprocessable" when it was made of another request */
export async function findEarlier(db: Queries, { key, before = key, hash }: KeyedRequest): Promise<string | null> {
  const [earlier] = await db
    .select({ hash: idempotencyKeys.requestHash, caseId: idempotencyKeys.response })
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.scope, SCOPE), inArray(idempotencyKeys.key, [key, before])));
  if (!earlier) return null;
  if (earlier.hash === hash && typeof earlier.caseId === "string") return earlier.caseId;
  const fields = [{ path: "Idempotency-Key", message: "was used for another request" }];
  throw new AppError("unprocessable", "This Idempotency-Key was used for another request. Use a new one.", { fields });
}

/**
 * Ties the key to the case, in the transaction that makes the case: both are there or neither. False when another
 * request had it first; on PostgreSQL this waits until that one has ended.
 */
export async function claimKey(tx: Queries, { key, hash }: KeyedRequest, caseId: string, now: Date): Promise<boolean> {
  const claimed = await tx
    .insert(idempotencyKeys)
    .values({ scope: SCOPE, key, requestHash: hash, response: caseId, createdAt: now })
    .onConflictDoNothing({ target: [idempotencyKeys.scope, idempotencyKeys.key] })
    .returning({ key: idempotencyKeys.key });
  return claimed.length > 0;
}
