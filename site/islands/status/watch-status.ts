import type { HubStatus } from "#server/features/status/status.schema.ts";
import { readStatus } from "./read-status.ts";

type Watcher = { seen: (status: HubStatus) => void; away: () => void };

/** Without a stream, how often the status is read. */
const EVERY_MS = 60_000;

/** Tells the status as it changes, while the page is visible: hidden tabs hold no connection. @returns what ends it */
export function watchStatus(watcher: Watcher): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  let stop = (): void => {};
  const follow = (): void => {
    stop();
    stop = document.visibilityState === "visible" ? openStream(watcher) : () => {};
  };
  document.addEventListener("visibilitychange", follow, { signal });
  // A page that waits in the back/forward cache must not keep a connection either.
  addEventListener("pagehide", () => stop(), { signal });
  addEventListener("pageshow", ({ persisted }) => persisted && follow(), { signal });
  follow();
  return () => {
    ended.abort();
    stop();
  };
}

/** @returns what closes it */
function openStream(watcher: Watcher): () => void {
  let timer: ReturnType<typeof setInterval> | undefined;
  const source = new EventSource(`/api/status/events?language=${document.documentElement.lang}`);
  // The cast holds by the contract of GET /api/status/events.
  source.addEventListener("status", ({ data }: MessageEvent<string>) => watcher.seen(JSON.parse(data) as HubStatus));
  source.addEventListener("error", () => {
    watcher.away();
    // The browser connects again by itself, unless the answer was no stream at all.
    if (source.readyState !== EventSource.CLOSED || timer) return;
    const read = (): Promise<void> => readStatus().then(watcher.seen, watcher.away);
    timer = setInterval(() => void read(), EVERY_MS);
    void read();
  });
  return () => {
    source.close();
    clearInterval(timer);
  };
}
