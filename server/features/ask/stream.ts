import type { Context } from "hono";
import type { VisitorEnv } from "#server/core/context.ts";
import { AppError } from "#server/core/errors.ts";
import { logFailure } from "#server/core/failures.ts";
import { problemOf, toAppError } from "#server/core/problem.ts";
import { streamEvents } from "#server/core/stream-events.ts";
import type { Answer, DoneEvent, SentenceEvent, Source } from "./ask.schema.ts";
import type { AnswerEvent } from "./answer-question.ts";
import { askProblemWords as t } from "./ask-problems.words.ts";

/** Sends an answer as server-sent events, to its `done`, or to an `error` with a problem. Always ends. */
export function streamAnswer(
  c: Context<VisitorEnv>,
  events: AsyncIterable<AnswerEvent>,
  shutdown: AbortSignal,
): Response {
  return streamEvents(c, async (stream) => {
    try {
      for await (const { event, data } of events) {
        if (stream.aborted) return;
        if (shutdown.aborted) throw restarting();
        await stream.writeSSE({ event, data: JSON.stringify(data) });
      }
    } catch (thrown) {
      const error = toAppError(thrown);
      if (!shutdown.aborted) logFailure(c, error);
      await stream.writeSSE({
        event: "error",
        data: JSON.stringify({ problem: problemOf(error, c.get("requestId")) }),
      });
    }
  });
}

/** The same answer as one object. @throws AppError "unavailable" where the process was asked to stop meanwhile */
export async function collectAnswer(events: AsyncIterable<AnswerEvent>, shutdown: AbortSignal): Promise<Answer> {
  let sources: Source[] = [];
  let ending: DoneEvent | null = null;
  const sentences: SentenceEvent[] = [];
  for await (const { event, data } of events) {
    if (event === "sources") sources = data.sources;
    else if (event === "sentence") sentences.push(data);
    else ending = data;
  }
  if (shutdown.aborted) throw restarting();
  if (!ending) throw new Error("An answer ended without an ending");
  return { ...ending, sources, sentences };
}

const restarting = () => new AppError("unavailable", t.restart, { retryAfter: 5 });
