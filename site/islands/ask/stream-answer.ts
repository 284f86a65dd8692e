import type { Problem } from "#server/core/problem.ts";
import type { AskInput, DoneEvent, SentenceEvent, Source } from "#server/features/ask/ask.schema.ts";
import { ApiProblem } from "#site/problem.ts";
import { askStreaming } from "../calls.ts";
import { readEvents } from "./events.ts";

/** What an answer is told to, piece by piece. */
export type AnswerListener = {
  sources: (sources: Source[]) => void;
  sentence: (sentence: SentenceEvent) => void;
  done: (done: DoneEvent) => void;
};

/** Asks, and tells the answer as it is written. @throws ApiProblem, or AbortError once `signal` is aborted. */
export async function streamAnswer(question: AskInput, listener: AnswerListener, signal: AbortSignal): Promise<void> {
  const body = await askStreaming(question, signal);
  let ended = false;
  try {
    for await (const { event, data } of readEvents(body)) {
      // The casts hold by the contract of POST /api/ask, which the server's tests check.
      if (event === "sources") listener.sources((data as { sources: Source[] }).sources);
      if (event === "sentence") listener.sentence(data as SentenceEvent);
      if (event === "error") throw new ApiProblem(503, (data as { problem: Partial<Problem> }).problem);
      if (event === "done") {
        ended = true;
        listener.done(data as DoneEvent);
      }
    }
  } catch (error) {
    if (error instanceof ApiProblem || signal.aborted) throw error;
  }
  signal.throwIfAborted();
  if (!ended) throw new ApiProblem(503, { code: "cut_off", detail: "The answer was cut off on its way." });
}
