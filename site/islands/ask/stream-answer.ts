import type { Problem } from "#server/core/problem.ts";
import type { AskInput, DoneEvent, SentenceEvent, SourcesEvent } from "#server/features/ask/ask.schema.ts";
import { ApiProblem } from "#site/problem.ts";
import { askStreaming } from "../calls.ts";
import { readEvents } from "../read-events.ts";
import { askWords as t } from "./ask.words.ts";

/** What an answer is told to, piece by piece. */
export type AnswerListener = {
  sources: (read: SourcesEvent) => void;
  sentence: (sentence: SentenceEvent) => void;
  done: (done: DoneEvent) => void;
};

/** A model may take a minute over a sentence. Where nothing comes for longer, the connection is gone without a word. */
const SILENCE_MS = 75_000;

/**
 * Asks, and tells the answer as it is written, to its `done`. @throws ApiProblem, "cut_off" where an answer has no end,
 * or what `control` was aborted with.
 */
export async function streamAnswer(
  question: AskInput,
  listener: AnswerListener,
  control: AbortController,
): Promise<void> {
  let silence: ReturnType<typeof setTimeout> | undefined;
  const heard = (): void => {
    clearTimeout(silence);
    silence = setTimeout(() => control.abort(cutOff()), SILENCE_MS);
  };
  heard();
  try {
    const body = await askStreaming(question, control.signal);
    const ended = await tellAnswer(body, listener, heard);
    control.signal.throwIfAborted();
    if (!ended) throw cutOff();
  } finally {
    clearTimeout(silence);
  }
}

const cutOff = (): ApiProblem => new ApiProblem(503, { code: "cut_off", detail: t.theConnectionBrokeBefore });

/** False where the stream ends before the answer does. */
async function tellAnswer(
  body: ReadableStream<Uint8Array>,
  listener: AnswerListener,
  heard: () => void,
): Promise<boolean> {
  try {
    for await (const { event, data } of readEvents(body)) {
      heard();
      // The casts hold by the contract of POST /api/ask, which the server's tests check.
      if (event === "sources") listener.sources(data as SourcesEvent);
      if (event === "sentence") listener.sentence(data as SentenceEvent);
      if (event === "error") throw new ApiProblem(503, (data as { problem: Partial<Problem> }).problem);
      if (event !== "done") continue;
      listener.done(data as DoneEvent);
      return true;
    }
  } catch (error) {
    if (error instanceof ApiProblem) throw error;
  }
  return false;
}
