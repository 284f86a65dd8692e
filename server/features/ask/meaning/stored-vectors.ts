import { createHash } from "node:crypto";
import { and, inArray, lt } from "drizzle-orm";
import type { Clock } from "#server/core/clock.ts";
import { DAY_MS } from "#server/core/durations.values.ts";
import type { Db } from "#db/database.ts";
import { embeddings } from "#db/schema/embeddings.ts";

export type StoreDeps = { db: Db; clock: Clock };

/** Rows of one query: each is a few kilobytes, and other queries wait for it. */
const AT_ONCE = 250;

/** The key of what a model makes of a text. */
export const nameText = (model: string, text: string): string =>
  createHash("sha256")
    .update(JSON.stringify([model, text]))
    .digest("hex");

/** Yields the vectors that are kept under `keys`, and notes that they are used today. */
export async function* readVectors({ db, clock }: StoreDeps, keys: string[]) {
  const now = clock.now();
  const yesterday = new Date(now.getTime() - DAY_MS);
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    const these = inArray(embeddings.key, keys.slice(from, from + AT_ONCE));
    const rows = await db.select({ key: embeddings.key, vector: embeddings.vector }).from(embeddings).where(these);
    await db
      .update(embeddings)
      .set({ usedAt: now })
      .where(and(these, lt(embeddings.usedAt, yesterday)));
    for (const { key, vector } of rows) yield { key, vector: decode(vector) };
  }
}

/** Another process may have kept the same: the first one stays. */
export async function keepVectors({ db, clock }: StoreDeps, made: { key: string; vector: Float32Array }[]) {
  const now = clock.now();
  const rows = made.map(({ key, vector }) => ({ key, vector: encode(vector), usedAt: now, createdAt: now }));
  await db.insert(embeddings).values(rows).onConflictDoNothing();
}

/** Deletes what no build has used since `before`. */
export const forgetVectors = (db: Db, before: Date) => db.delete(embeddings).where(lt(embeddings.usedAt, before));

export async function dropVectors({ db }: StoreDeps, keys: string[]): Promise<void> {
  for (let from = 0; from < keys.length; from += AT_ONCE)
    await db.delete(embeddings).where(inArray(embeddings.key, keys.slice(from, from + AT_ONCE)));
}

/** Every machine that Node 24 runs on is little-endian. */
const encode = ({ buffer, byteOffset, byteLength }: Float32Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString("base64");

const decode = (text: string): Float32Array => new Float32Array(Uint8Array.from(Buffer.from(text, "base64")).buffer);
