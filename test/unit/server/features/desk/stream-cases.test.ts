import type { SSEStreamingApi } from "hono/streaming";
import { afterEach, expect, test, vi } from "vitest";
import type { Db } from "#db/database.ts";
import { streamCases } from "#server/features/desk/stream-cases.ts";

afterEach(() => void vi.useRealTimers());

/** A window of the desk that nobody closes; `may` says of each look whether its owner is an agent still. */
function watch(...may: boolean[]) {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  const sent: string[] = [];
  const stream = {
    onAbort: () => undefined,
    writeSSE: async ({ event = "" }) => void sent.push(event),
    write: async (words: string) => sent.push(words.trim()),
  } as unknown as SSEStreamingApi; // all that is asked of one
  const watcher = { id: "view", staffId: "usr", caseId: null };
  const mayWatch = vi.fn(async () => may.shift() ?? true);
  const feed = { listen: () => () => undefined };
  const ended = streamCases(stream, { db: {} as Db, feed, watcher, mayWatch, shutdown: new AbortController().signal });
  return { sent, ended, mayWatch };
}

test("who may not look any more is sent away within half a minute, and until then hears that the stream lives", async () => {
  const { sent, ended, mayWatch } = watch(true, false);
  await vi.advanceTimersByTimeAsync(25_000);
  expect(sent).toEqual(["ready", ": still here"]);
  await vi.advanceTimersByTimeAsync(25_000);
  await ended;
  expect(mayWatch).toHaveBeenCalledTimes(2);
  expect(sent.filter((words) => words === ": still here")).toHaveLength(1);
});
