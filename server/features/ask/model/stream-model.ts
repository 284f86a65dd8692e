import OpenAI from "openai";
import type { ChatCompletionChunk, ChatCompletionMessageParam } from "openai/resources/chat/completions";
import { createWatchdog, type ModelTimeouts } from "./watchdog.ts";
import { ModelFailure } from "./model-failure.ts";

export type ModelSettings = { apiKey: string | null; baseUrl: string; name: string };
/** `end` is "length" when the model ran into its limit and stopped within a sentence. */
export type ModelPiece = { text: string } | { end: "complete" | "length" };
export type StreamModel = (messages: ChatCompletionMessageParam[], signal: AbortSignal) => AsyncGenerator<ModelPiece>;

const MODEL_TIMEOUTS: ModelTimeouts = { firstPiece: 20_000, nextPiece: 10_000, whole: 60_000 };
const TOKENS_AT_MOST = 1500;
/** An answer has about 1,000 characters; who sends more is not answering. */
const CHARACTERS_AT_MOST = 6000;

/**
 * Streams Chat Completions of any compatible server. It always ends: with an `end` piece, by throwing ModelFailure, or
 * without a word once `signal` is aborted.
 */
export function createModelStream(settings: ModelSettings, timeouts = MODEL_TIMEOUTS): StreamModel {
  const { apiKey, baseUrl: baseURL, name: model } = settings;
  // The client's own timeout ends at the headers; the watchdog sees a stream that stalls later.
  const client = new OpenAI({
    apiKey: apiKey ?? "none",
    baseURL,
    maxRetries: 0,
    timeout: timeouts.whole,
    logLevel: "off",
  });
  const limits = limitsFor(baseURL);
  return async function* streamModel(messages, signal) {
    const watchdog = createWatchdog(timeouts, signal);
    try {
      const request = client.chat.completions.create(
        { model, messages, stream: true, ...limits },
        { signal: watchdog.signal },
      );
      const stream = await watchdog.time(request);
      yield* readPieces(stream[Symbol.asyncIterator](), watchdog.time);
    } catch (error) {
      if (signal.aborted) return;
      throw watchdog.signal.aborted ? new ModelFailure("stalled", error) : toFailure(error);
    } finally {
      watchdog.end();
    }
  };
}

async function* readPieces(
  chunks: AsyncIterator<ChatCompletionChunk>,
  time: <T>(work: PromiseLike<T>) => Promise<T>,
): AsyncGenerator<ModelPiece> {
  let characters = 0;
  for (;;) {
    const next = await time(chunks.next());
    if (next.done) throw new ModelFailure("cut");
    const chunk: Partial<ChatCompletionChunk> = next.value; // of other servers, not always what the type says
    const choice = chunk.choices?.[0];
    const said: unknown = choice?.delta?.content;
    const text = typeof said === "string" ? said.slice(0, CHARACTERS_AT_MOST - characters) : "";
    characters += text.length;
    if (text) yield { text };
    if (characters >= CHARACTERS_AT_MOST) {
      yield { end: "length" };
      return;
    }
    if (choice?.finish_reason) {
      if (characters === 0) throw new ModelFailure("empty");
      yield { end: choice.finish_reason === "stop" ? "complete" : "length" };
      return;
    }
  }
}

/** Newer models of OpenAI refuse what every other server knows, and the other way round. */
function limitsFor(baseUrl: string) {
  const isOpenAi = new URL(baseUrl).hostname === "api.openai.com";
  return isOpenAi ? { max_completion_tokens: TOKENS_AT_MOST } : { max_tokens: TOKENS_AT_MOST, temperature: 0 };
}

function toFailure(error: unknown): ModelFailure {
  if (error instanceof ModelFailure) return error;
  if (error instanceof OpenAI.APIConnectionError) return new ModelFailure("unreachable", error);
  if (error instanceof OpenAI.APIError) return new ModelFailure(error.status ? "refused" : "garbage", error);
  return new ModelFailure(error instanceof SyntaxError ? "garbage" : "cut", error);
}
