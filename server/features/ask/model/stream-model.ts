import OpenAI from "openai";
import type { ChatCompletionMessageParam } from "openai/resources/chat/completions";
import type { ModelServer } from "#server/core/config.ts";
import { boundedFetch } from "./bounded-fetch.ts";
import { ModelFailure } from "./model-failure.ts";
import { readPieces, type ModelPiece } from "./read-pieces.ts";
import { readRest } from "./read-rest.ts";
import { createWatchdog, type ModelTimeouts } from "./watchdog.ts";

export type ModelBounds = { timeouts: ModelTimeouts; tokensAtMost: number };
export type StreamModel = (messages: ChatCompletionMessageParam[], signal: AbortSignal) => AsyncGenerator<ModelPiece>;

const COUNT_TOKENS = { stream_options: { include_usage: true } };

/**
 * Streams Chat Completions of any compatible server. It always ends: with an `end` piece, by throwing ModelFailure, or
 * without a word once `signal` is aborted.
 */
export function createModelStream(settings: ModelServer, { timeouts, tokensAtMost }: ModelBounds): StreamModel {
  const { apiKey, baseUrl: baseURL, name: model } = settings;
  // The client's own timeout ends at the headers; the watchdog sees a stream that stalls later.
  const client = new OpenAI({
    apiKey: apiKey ?? "none",
    baseURL,
    maxRetries: 0,
    timeout: timeouts.whole,
    fetch: boundedFetch,
    logLevel: "off",
  });
  const limits = limitsFor(baseURL, tokensAtMost);
  let restsUntil = 0;
  let countsTokens = true;
  const request = (messages: ChatCompletionMessageParam[], signal: AbortSignal, options: object) =>
    client.chat.completions.create({ model, messages, stream: true, ...limits, ...options }, { signal });
  return async function* streamModel(messages, signal) {
    if (performance.now() < restsUntil) throw new ModelFailure("resting");
    const watchdog = createWatchdog(timeouts, signal);
    try {
      const ask = (options: object) => watchdog.time(request(messages, watchdog.signal, options));
      const stream = await ask(countsTokens ? COUNT_TOKENS : {}).catch(async (error: unknown) => {
        if (!countsTokens || !refusesOption(error)) throw error;
        const uncounted = await ask({});
        countsTokens = false;
        return uncounted;
      });
      yield* readPieces(stream[Symbol.asyncIterator](), watchdog.time);
    } catch (error) {
      if (signal.aborted) return;
      restsUntil = Math.max(restsUntil, performance.now() + readRest(error));
      throw watchdog.signal.aborted ? new ModelFailure("stalled", error) : toFailure(error);
    } finally {
      watchdog.end();
    }
  };
}

/** Newer models of OpenAI refuse what every other server knows, and the other way round. */
function limitsFor(baseUrl: string, tokens: number) {
  const isOpenAi = new URL(baseUrl).hostname === "api.openai.com";
  return isOpenAi ? { max_completion_tokens: tokens } : { max_tokens: tokens, temperature: 0 };
}

/**
 * Whether a server may have refused `stream_options`: OpenAI, vLLM, llama.cpp and Ollama know or ignore it; Mistral says
 * 422, Databricks 400. Without it such a server may still count: Mistral does.
 */
const refusesOption = (error: unknown): boolean =>
  error instanceof OpenAI.APIError && (error.status === 400 || error.status === 422);

function toFailure(error: unknown): ModelFailure {
  if (error instanceof ModelFailure) return error;
  if (error instanceof OpenAI.APIConnectionError) return new ModelFailure("unreachable", error);
  if (error instanceof OpenAI.APIError) return new ModelFailure(error.status ? "refused" : "garbage", error);
  return new ModelFailure(error instanceof SyntaxError || error instanceof RangeError ? "garbage" : "cut", error);
}
