import type { Context } from "hono";
import type { VisitorEnv } from "#server/core/context.ts";
import { logFailure } from "#server/core/failures.ts";
import { problemOf, toAppError } from "#server/core/problem.ts";
import { streamEvents } from "#server/core/stream-events.ts";
import type { CheckEvent } from "./make-check.ts";

/** Sends a check as server-sent events, to its `done`, or to an `error` with a problem. Whoever stops reading stops it. */
export function streamCheck<Env extends VisitorEnv>(
  c: Context<Env>,
  check: (signal: AbortSignal) => AsyncIterable<CheckEvent>,
): Response {
  return streamEvents(c, async (stream) => {
    const gone = new AbortController();
    stream.onAbort(() => gone.abort());
    try {
      for await (const { event, data } of check(gone.signal))
        await stream.writeSSE({ event, data: JSON.stringify(data) });
    } catch (thrown) {
      if (gone.signal.aborted) return;
      const error = toAppError(thrown);
      logFailure(c, error);
      await stream.writeSSE({
        event: "error",
        data: JSON.stringify({ problem: problemOf(error, c.get("requestId")) }),
      });
    }
  });
}
