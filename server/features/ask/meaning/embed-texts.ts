import type { ModelServer } from "#server/core/config.ts";
import type { Log } from "#server/core/log.ts";
import { createPause } from "#server/outbox/retry.ts";
import { eachVector } from "./each-vector.ts";
import { createEmbedder, EmbeddingFailure } from "./embedder.ts";
import { nameText, type StoreDeps } from "./stored-vectors.ts";

const WITHIN_MS = 10_000;

/**
 * For short texts that nobody waits for: their vectors as far as they can be had, none while the server is away. They are
 * kept in the database, under hashes of the texts.
 */
export function openEmbedTexts(deps: StoreDeps & { log: Log; shutdown: AbortSignal }, server: ModelServer) {
  const embedder = createEmbedder(server);
  const pause = createPause(deps.clock);
  return async (texts: readonly string[]): Promise<ReadonlyMap<string, Float32Array>> => {
    const found = new Map<string, Float32Array>();
    if (!pause.isOver()) return found;
    const textOf = new Map(texts.map((text) => [nameText(embedder.model, text), text]));
    try {
      const way = { within: WITHIN_MS, signal: deps.shutdown };
      for await (const { key, vector } of eachVector(deps, embedder, texts, way))
        found.set(textOf.get(key) ?? "", vector);
      pause.end();
    } catch (error) {
      if (!(error instanceof EmbeddingFailure)) throw error;
      pause.lengthen(error.restMs);
      deps.log.warn({ err: error }, "what readers asked is not embedded; words alone say what is the same for now");
    }
    return found;
  };
}
