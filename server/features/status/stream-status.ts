import { setTimeout as sleep } from "node:timers/promises";
import type { SSEStreamingApi } from "hono/streaming";
import type { Status } from "./open-status.ts";

const LOOK_EVERY_MS = 3_000;
/** A sign of life: proxies cut what is silent for a minute. */
const SILENCE_MS = 20_000;
/** The browser comes back after so long. */
const RETRY_MS = 5_000;

/**
 * Sends the status when it has changed, until the reader is gone or the hub stops, which an `end` says. It asks for
 * what is known now: a reader who takes nothing holds up nobody, and gets the latest, not all in between.
 */
export async function streamStatus(stream: SSEStreamingApi, status: Status, shutdown: AbortSignal): Promise<void> {
  const gone = new AbortController();
  stream.onAbort(() => gone.abort());
  const over = AbortSignal.any([gone.signal, shutdown]);
  let sent = "";
  let silentMs = 0;
  while (!over.aborted) {
    const data = JSON.stringify(await status.read());
    if (data !== sent) await stream.writeSSE({ event: "status", data, retry: RETRY_MS });
    else if (silentMs >= SILENCE_MS) await stream.write(": still here\n\n");
    silentMs = data !== sent || silentMs >= SILENCE_MS ? 0 : silentMs + LOOK_EVERY_MS;
    sent = data;
    await sleep(LOOK_EVERY_MS, undefined, { signal: over }).catch(() => undefined);
  }
  if (!gone.signal.aborted) await stream.writeSSE({ event: "end", data: '{"reason":"The hub is being restarted."}' });
}
