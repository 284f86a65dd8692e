import OpenAI from "openai";
import { z } from "zod";
import type { ModelServer } from "#server/core/config.ts";
import { boundedFetch } from "../model/bounded-fetch.ts";
import { describeCause } from "../model/model-failure.ts";
import { readRest } from "../model/read-rest.ts";
import { createWatchdog } from "../model/watchdog.ts";

export type Embedder = {
  model: string;
  /** One vector of length 1 for each text, all with as many numbers. @throws EmbeddingFailure */
  embed: (texts: string[], withinMs: number, signal: AbortSignal) => Promise<Float32Array[]>;
};

/** Says of its cause a status or a code and no more: what a provider says may repeat the key, or the question. */
export class EmbeddingFailure extends Error {
  override name = "EmbeddingFailure";
  /** Milliseconds for which the server wants to be left alone. */
  readonly restMs: number;

  constructor(reason: string, restMs = 0) {
    super(reason);
    this.restMs = restMs;
  }
}

const Reply = z.object({ data: z.array(z.object({ index: z.int(), embedding: z.array(z.number()).min(1) })) });

/** Embeddings of any OpenAI-compatible server. */
export function createEmbedder({ apiKey, baseUrl: baseURL, name: model }: ModelServer): Embedder {
  const client = new OpenAI({
    apiKey: apiKey ?? "none",
    baseURL,
    maxRetries: 0,
    fetch: boundedFetch,
    logLevel: "off",
  });
  return {
    model,
    async embed(input, withinMs, signal) {
      const watchdog = createWatchdog({ firstPiece: withinMs, nextPiece: withinMs, whole: withinMs }, signal);
      try {
        // "float" because not every server knows the client's own choice, base64
        const request = client.embeddings.create(
          { model, input, encoding_format: "float" },
          { signal: watchdog.signal, timeout: withinMs },
        );
        return readVectors(await watchdog.time(request), input.length);
      } catch (error) {
        throw watchdog.signal.aborted ? new EmbeddingFailure("no answer in time") : toFailure(error);
      } finally {
        watchdog.end();
      }
    },
  };
}

function readVectors(reply: unknown, count: number): Float32Array[] {
  const parsed = Reply.safeParse(reply);
  if (!parsed.success) throw new EmbeddingFailure("an answer without embeddings");
  const sorted = parsed.data.data.toSorted((a, b) => a.index - b.index);
  if (sorted.length !== count || sorted.some(({ index }, at) => index !== at))
    throw new EmbeddingFailure(`embeddings for ${sorted.length} of ${count} texts`);
  const vectors = sorted.map(({ embedding }) => toUnit(embedding));
  if (vectors.some(({ length }) => length !== vectors[0]?.length))
    throw new EmbeddingFailure("embeddings of different lengths");
  return vectors;
}

/** Of length 1, so that a product of two is the cosine between them. */
function toUnit(embedding: number[]): Float32Array {
  const length = Math.hypot(...embedding);
  if (!Number.isFinite(length) || length === 0) throw new EmbeddingFailure("an embedding that points nowhere");
  return Float32Array.from(embedding, (part) => part / length);
}

const toFailure = (error: unknown): EmbeddingFailure =>
  error instanceof EmbeddingFailure
    ? error
    : new EmbeddingFailure(describeCause(error) ?? "no embeddings", readRest(error));
