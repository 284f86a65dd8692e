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

type Read = (text: string) => ReadPhrase;

/**
 * What finds gaps by meaning while new phrases are put into them. `prepare` has the new ones among these phrases embedded
 * before the transaction that looks for them: nothing waits for the network inside.
 */
export function openNearest({ db, embedTexts }: NearestDeps, read: Read) {
  /** Read with the first new phrase: nearly always there is none. */
  let opened: { nearest: Nearest; vectors: Map<string, Float32Array> } | undefined;
  const nearest = () => opened?.nearest ?? NO_NEAREST;
  return {
    find: (...phrase: Parameters<Nearest["find"]>) => nearest().find(...phrase),
    add: (...gap: Parameters<Nearest["add"]>) => nearest().add(...gap),
    async prepare(keys: string[]): Promise<void> {
      if (!embedTexts) return;
      const rows = await db.select({ key: gapPhrases.key }).from(gapPhrases).where(inArray(gapPhrases.key, keys));
      const known = new Set(rows.map(({ key }) => key));
      const unknown = keys.filter((key) => !known.has(key));
      if (unknown.length === 0) return;
      opened ??= await readGaps({ db, embedTexts }, read);
      if (opened.nearest === NO_NEAREST) return;
      for (const [text, vector] of await embedTexts(unknown)) opened.vectors.set(text, vector);
    },
  };
}

async function readGaps({ db, embedTexts }: { db: Db; embedTexts: EmbedTexts }, read: Read) {
  const threshold = findThreshold(EXAMPLES, await embedTexts(EXAMPLES.flat()), read);
  if (threshold === null) return { nearest: NO_NEAREST, vectors: new Map<string, Float32Array>() };
  const { id, title, lastAt } = gaps;
  const compared = await db.select({ id, title }).from(gaps).orderBy(desc(lastAt)).limit(COMPARED);
  const named = compared.map((gap) => ({ id: gap.id, text: gap.title.toLowerCase() }));
  const vectors = new Map(await embedTexts(named.map(({ text }) => text)));
  const nearest = createNearest(vectors, threshold);
  for (const gap of named) nearest.add(gap.id, gap.text, read(gap.text));
  return { nearest, vectors };
}
