import { desc, inArray } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { gapPhrases, gaps } from "#db/schema/gaps.ts";
import type { ReadPhrase } from "../group/read-phrase.ts";
import { EXAMPLES } from "./examples.ts";
import { findThreshold } from "./find-threshold.ts";
import { createNearest, type Nearest, NO_NEAREST } from "./nearest.ts";

/** Vectors of length 1 by their texts, as far as they can be had. */
export type EmbedTexts = (texts: readonly string[]) => Promise<ReadonlyMap<string, Float32Array>>;

type NearestDeps = { db: Db; embedTexts: EmbedTexts | null };

/** Gaps that a phrase is compared with, the last ones asked about: each is a vector of some kilobytes. */
const COMPARED = 1000;

/**
 * What finds gaps by meaning while new phrases are put into them. `prepare` has phrases embedded before the transaction
 * that looks for them: nothing waits for the network inside.
 */
export async function openNearest(
  { db, embedTexts }: NearestDeps,
  read: (text: string) => ReadPhrase,
): Promise<Nearest & { prepare: (keys: string[]) => Promise<void> }> {
  const nothing = { ...NO_NEAREST, prepare: async () => {} };
  if (!embedTexts) return nothing;
  const threshold = findThreshold(EXAMPLES, await embedTexts(EXAMPLES.flat()), read);
  if (threshold === null) return nothing;
  const compared = await db
    .select({ id: gaps.id, title: gaps.title })
    .from(gaps)
    .orderBy(desc(gaps.lastAt))
    .limit(COMPARED);
  const named = compared.map(({ id, title }) => ({ id, text: title.toLowerCase() }));
  const vectors = new Map(await embedTexts(named.map(({ text }) => text)));
  const nearest = createNearest(vectors, threshold);
  for (const { id, text } of named) nearest.add(id, text, read(text));
  return {
    ...nearest,
    async prepare(keys) {
      const rows = await db.select({ key: gapPhrases.key }).from(gapPhrases).where(inArray(gapPhrases.key, keys));
      const known = new Set(rows.map(({ key }) => key));
      for (const [text, vector] of await embedTexts(keys.filter((key) => !known.has(key)))) vectors.set(text, vector);
    },
  };
}
