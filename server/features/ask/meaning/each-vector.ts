import type { Embedder } from "./embedder.ts";
import { keepVectors, nameText, readVectors, type StoreDeps } from "./stored-vectors.ts";

/** Texts of one request: what the smallest of the usual servers take. */
const BATCH = 32;

type Way = {
  /** Of each request, in milliseconds. */
  within: number;
  signal: AbortSignal;
  /** Of those that the embedder makes. */
  onProgress?: (before: number, done: number, of: number) => void;
};

/**
 * The vector of each text, under its key: those that the database has, then the others from the embedder, which are kept
 * once they have been taken. @throws EmbeddingFailure
 */
export async function* eachVector(deps: StoreDeps, { model, embed }: Embedder, texts: readonly string[], way: Way) {
  const textOf = new Map(texts.map((text) => [nameText(model, text), text]));
  const missing = new Set(textOf.keys());
  async function* takeKept(keys: string[]) {
    for await (const kept of readVectors(deps, keys)) if (missing.delete(kept.key)) yield kept;
  }
  yield* takeKept([...missing]);
  const unknown = [...missing];
  for (let from = 0; from < unknown.length; from += BATCH) {
    const next = unknown.slice(from, from + BATCH);
    yield* takeKept(next); // another process may have been here
    const batch = next.filter((key) => missing.has(key));
    const asked = batch.map((key) => textOf.get(key) ?? "");
    const vectors = asked.length > 0 ? await embed(asked, way.within, way.signal) : [];
    const made = vectors.map((vector, at) => ({ key: batch[at] ?? "", vector }));
    yield* made;
    if (made.length > 0) await keepVectors(deps, made);
    way.onProgress?.(from, from + next.length, unknown.length);
  }
}
