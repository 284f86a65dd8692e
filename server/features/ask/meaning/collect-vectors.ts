import type { Log } from "#server/core/log.ts";
import type { KnowledgeIndex } from "#server/knowledge/knowledge-index.ts";
import type { Passage } from "#server/knowledge/split-passages.ts";
import { EmbeddingFailure, type Embedder } from "./embedder.ts";
import { dropVectors, keepVectors, nameText, readVectors, type StoreDeps } from "./stored-vectors.ts";
import { createVectorTable } from "./vector-table.ts";

export type CollectDeps = StoreDeps & { log: Log };

/** Texts of one request: what the smallest of the usual servers take. */
const BATCH = 32;
const BATCH_WITHIN_MS = 60_000;
/** About 500 tokens, which every model takes; what a passage is about stands at its beginning. */
const CHARACTERS = 2000;

/**
 * Vectors of all passages, one after the other: those that the database has, then the others from the embedder, which
 * are kept. @throws EmbeddingFailure
 */
export async function collectVectors(
  deps: CollectDeps,
  { model, embed }: Embedder,
  { passages }: KnowledgeIndex,
  signal: AbortSignal,
): Promise<Float32Array> {
  const texts = passages.map(textOf);
  const keys = texts.map((text) => nameText(model, text));
  const textOfKey = new Map(keys.map((key, row) => [key, texts[row] ?? ""]));
  const table = createVectorTable(keys);
  const takeKept = async (wanted: string[]) => {
    for await (const { key, vector } of readVectors(deps, wanted)) table.put(key, vector);
  };
  await takeKept([...textOfKey.keys()]);
  const missing = [...textOfKey.keys()].filter(table.lacks);
  for (let from = 0; from < missing.length; from += BATCH) {
    const next = missing.slice(from, from + BATCH);
    await takeKept(next); // another process may have been here
    const batch = next.filter(table.lacks);
    const asked = batch.map((key) => textOfKey.get(key) ?? "");
    const vectors = asked.length > 0 ? await embed(asked, BATCH_WITHIN_MS, signal) : [];
    const made = vectors.map((vector, at) => ({ key: batch[at] ?? "", vector }));
    if (!made.every(({ key, vector }) => table.put(key, vector))) {
      await dropVectors(deps, keys);
      throw new EmbeddingFailure("embeddings of another length than those before: all are made anew");
    }
    if (made.length > 0) await keepVectors(deps, made);
    logProgress(deps.log, from, from + next.length, missing.length);
  }
  return table.all();
}

/** The passage as it is read: with the headings above it. */
const textOf = ({ section, heading, text }: Passage): string =>
  [...new Set([...section.path, heading]), text].join("\n").slice(0, CHARACTERS);

/** A line for each tenth. */
function logProgress(log: Log, before: number, done: number, of: number): void {
  const tenth = (count: number) => Math.floor((10 * count) / of);
  if (tenth(done) > tenth(before)) log.info(`${done} of ${of} new passages are embedded`);
}
