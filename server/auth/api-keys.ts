import { and, desc, eq, gt, isNull, or } from "drizzle-orm";
import type { Db, Queries } from "#db/database.ts";
import { apiKeys } from "#db/schema/api.ts";
import type { Clock } from "#server/core/clock.ts";
import { DAY_MS } from "#server/core/durations.values.ts";
import { AppError } from "#server/core/errors.ts";
import { hashSecret, newId, newSecret } from "#server/core/ids.ts";
import { ApiKey, type ApiKeyInput, type NewApiKey } from "./api-keys.schema.ts";
import { noteAudit } from "./note-audit.ts";
import type { Staff } from "./staff.ts";

type KeysDeps = { db: Db; clock: Clock };
type By = Pick<Staff, "id" | "name">;

/** Live keys at once. */
const KEYS_MAX = 50;
/** Of the key, with its `hr_`: enough to know it again, too little to guess the rest. */
const PREFIX_LENGTH = 7;

/** Makes a key. It is told this once, and kept as a hash. @throws AppError "conflict" when there are too many */
export async function makeApiKey({ db, clock }: KeysDeps, by: By, input: ApiKeyInput): Promise<NewApiKey> {
  const { name, scopes, days } = input;
  const key = `hr_${newSecret()}`;
  const id = newId("key");
  const now = clock.now();
  const row = {
    id,
    name,
    scopes,
    prefix: key.slice(0, PREFIX_LENGTH),
    hash: hashSecret(key),
    madeBy: by.name,
    createdAt: now,
    expiresAt: days === undefined ? null : new Date(now.getTime() + days * DAY_MS),
  };
  await db.transaction(async (tx) => {
    await tx.insert(apiKeys).values(row);
    if ((await countLive(tx, now)) > KEYS_MAX)
      throw new AppError("conflict", `There are ${KEYS_MAX} keys already. Revoke one that nobody uses.`);
    await noteAudit(tx, clock, by, {
      action: "api-key.made",
      objectId: id,
      detail: { name, scopes, days: days ?? null },
    });
  });
  return { id, key };
}

async function countLive(db: Queries, now: Date): Promise<number> {
  const live = and(isNull(apiKeys.revokedAt), or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now)));
  return db.$count(apiKeys, live);
}

const LISTED = 200;

/** The newest first, with those that are revoked. */
export async function listApiKeys({ db, clock }: KeysDeps): Promise<ApiKey[]> {
  const rows = await db.select().from(apiKeys).orderBy(desc(apiKeys.createdAt), desc(apiKeys.id)).limit(LISTED);
  const now = clock.now();
  return rows.map((row) =>
    ApiKey.parse({
      ...row,
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt?.toISOString() ?? null,
      lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
      state: row.revokedAt ? "revoked" : row.expiresAt && row.expiresAt <= now ? "expired" : "live",
    }),
  );
}

/** From now on it opens nothing. @throws AppError "not_found" for none, or one that is revoked already */
export async function revokeApiKey({ db, clock }: KeysDeps, by: By, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    const [revoked] = await tx
      .update(apiKeys)
      .set({ revokedAt: clock.now() })
      .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
      .returning({ name: apiKeys.name });
    if (!revoked) throw new AppError("not_found", "There is no such key, or it is revoked already.");
    await noteAudit(tx, clock, by, { action: "api-key.revoked", objectId: id, detail: { name: revoked.name } });
  });
}
