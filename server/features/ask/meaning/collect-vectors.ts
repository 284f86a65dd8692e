import type { Log } from "#server/core/log.ts";
import type { KnowledgeIndex } from "#server/knowledge/knowledge-index.ts";
import type { Passage } from "#server/knowledge/split-passages.ts";
import { EmbeddingFailure, type Embedder } from "./embedder.ts";
import { eachVector } from "./each-vector.ts";
import { dropVectors, nameText, type StoreDeps } from "./stored-vectors.ts";
import { createVectorTable } from "./vector-table.ts";

export type CollectDeps = StoreDeps & { log: Log };

const BATCH_WITHIN_MS = 60_000;
/** About 500 tokens, which every model takes; what a passage is about stands at its beginning. */
const CHARACTERS = 2000;

/**
 * Vectors of all passages, one after the other: those that the database has, then the others from the embedder, which
 * are kept. @throws EmbeddingFailure
 */
export async function collectVectors(
  deps: CollectDeps,
  embedder: Embedder,
  { passages }: KnowledgeIndex,
  signal: AbortSignal,
): Promise<Float32Array> {
  const texts = passages.map(textOf);
  const keys = texts.map((text) => nameText(embedder.model, text));
  const table = createVectorTable(keys);
  const way = { within: BATCH_WITHIN_MS, signal, onProgress: logProgress(deps.log) };
  for await (const { key, vector } of eachVector(deps, embedder, texts, way)) {
    if (table.put(key, vector)) continue;
    await dropVectors(deps, keys);
    throw new EmbeddingFailure("embeddings of another length than those before: all are made anew");
  }
  return table.all();
}

/** The passage as it is read: with the headings above it. */
const textOf = ({ section, heading, text }: Passage): string =>
  [...new Set([...section.path, heading]), text].join("\n").slice(0, CHARACTERS);

/** A line for each tenth. */
const logProgress = (log: Log) => (before: number, done: number, of: number) => {
  const tenth = (count: number) => Math.floor((10 * count) / of);
  if (tenth(done) > tenth(before)) log.info(`${done} of ${of} new passages are embedded`);
};
