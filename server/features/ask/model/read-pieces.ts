import type { ChatCompletionChunk } from "openai/resources/chat/completions";
import type { Usage } from "../ask.schema.ts";
import { dropThoughts } from "./drop-thoughts.ts";
import { endThought } from "./end-thought.ts";
import { ModelFailure } from "./model-failure.ts";
import type { Watchdog } from "./watchdog.ts";

/**
 * `end` is "length" when the model ran into its limit and stopped within a sentence; `usage` comes after it, if at all.
 * `wasThought`: all text before was none of the answer.
 */
export type ModelPiece = { text: string } | { wasThought: true } | { end: "complete" | "length" } | { usage: Usage };

/** An answer has about 1,000 characters; who sends more is not answering. */
const CHARACTERS_AT_MOST = 6000;
/** Finish reasons of an answer that is not whole. Those of a whole one are not listed: servers have many words for it. */
const BROKEN_OFF = new Set(["content_filter", "tool_calls", "function_call", "abort", "error"]);
/** How long, and for how many chunks, the count of tokens is waited for once the answer has ended. */
const USAGE_WITHIN_MS = 1000;
const CHUNKS_AFTER_END = 4;

type Chunks = AsyncIterator<ChatCompletionChunk>;
type Time = Watchdog["time"];

/** What a model says as the assistant, up to its end. Tool calls, thoughts and the words of other roles are nothing it says. */
export async function* readPieces(chunks: Chunks, time: Time): AsyncGenerator<ModelPiece> {
  let characters = 0;
  let speaks = true; // a role is named once, before its words
  const answerIn = dropThoughts();
  const thought = endThought();
  for (;;) {
    const next = await time(chunks.next());
    if (next.done) throw new ModelFailure("cut");
    const { role, content, finish, usage } = readChunk(next.value);
    if (role) speaks = role === "assistant";
    const said = thought.read(speaks ? answerIn(content) : "");
    if (said.wasThought) {
      characters = 0;
      yield { wasThought: true };
    }
    const text = (said.text + (finish ? thought.end() : "")).slice(0, CHARACTERS_AT_MOST - characters);
    characters += text.length;
    if (text) yield { text };
    if (characters >= CHARACTERS_AT_MOST) {
      yield { end: "length" };
      return;
    }
    if (!finish) continue;
    if (characters === 0) throw new ModelFailure("empty");
    if (BROKEN_OFF.has(finish)) throw new ModelFailure("cut");
    yield { end: finish === "length" ? "length" : "complete" };
    const counted = (await readToEnd(chunks, time)) ?? usage;
    if (counted) yield { usage: counted };
    return;
  }
}

/** Read to its end, a connection can be used again. */
async function readToEnd(chunks: Chunks, time: Time): Promise<Usage | null> {
  let usage: Usage | null = null;
  try {
    for (let count = 0; count < CHUNKS_AFTER_END; count++) {
      const next = await time(chunks.next(), USAGE_WITHIN_MS);
      if (next.done) break;
      usage = readChunk(next.value).usage ?? usage;
    }
  } catch {
    // what goes wrong now takes nothing from the answer
  }
  return usage;
}

/** Of other servers a chunk is not always what its type says. */
function readChunk(chunk: unknown) {
  const { choices, usage } = fields(chunk);
  const choice = fields(Array.isArray(choices) ? choices[0] : null);
  const { role, content } = fields(choice["delta"]);
  const { prompt_tokens: prompt, completion_tokens: completion } = fields(usage);
  return {
    role: typeof role === "string" ? role : "",
    content: typeof content === "string" ? content : "",
    finish: typeof choice["finish_reason"] === "string" ? choice["finish_reason"] : "",
    usage: isCount(prompt) && isCount(completion) ? { promptTokens: prompt, completionTokens: completion } : null,
  };
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

const fields = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? { ...value } : {};
