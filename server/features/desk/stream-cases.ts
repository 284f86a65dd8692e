import type { SSEStreamingApi } from "hono/streaming";
import type { Db } from "#db/database.ts";
import type { CaseFeed, Seen } from "./case-feed.ts";
import type { CasesChanged, CaseViewers } from "./cases.schema.ts";
import { forgetViewer, type Watcher } from "./case-viewers.ts";

/** A sign of life: proxies cut what is silent for a minute. Who was barred meanwhile is sent away. */
const SILENCE_MS = 20_000;
/** The browser comes back after so long. */
const RETRY_MS = 3_000;

type Watching = {
  db: Db;
  feed: CaseFeed;
  watcher: Watcher;
  mayWatch: () => Promise<boolean>;
  shutdown: AbortSignal;
};

/** Sends what the feed sees, until the window is gone, its owner may not look any more, or the hub stops. */
export async function streamCases(
  stream: SSEStreamingApi,
  { db, feed, watcher, mayWatch, shutdown }: Watching,
): Promise<void> {
  const gone = new AbortController();
  stream.onAbort(() => gone.abort());
  const over = AbortSignal.any([gone.signal, shutdown]);
  const heard = collectSeen(watcher);
  const leave = feed.listen(watcher, (seen) => heard.add(seen));
  try {
    await stream.writeSSE({ event: "ready", data: "", retry: RETRY_MS });
    let checkedAt = performance.now();
    while (!over.aborted) {
      await heard.wait(SILENCE_MS + 1, over);
      const isDue = !over.aborted && performance.now() - checkedAt >= SILENCE_MS;
      // that it cannot be found out now is no reason
      if (isDue && !(await mayWatch().catch(() => true))) return;
      for (const event of heard.take()) await stream.writeSSE(event);
      if (!isDue) continue;
      await stream.write(": still here\n\n");
      checkedAt = performance.now();
    }
  } finally {
    leave();
    // when this fails, the row is soon too old to count
    await forgetViewer(db, watcher).catch(() => undefined);
  }
  if (!gone.signal.aborted) await stream.writeSSE({ event: "end", data: '{"reason":"The hub is being restarted."}' });
}

/** Of each case the latest only: a window that takes nothing for a while gets what is so now. */
function collectSeen({ staffId, caseId }: Watcher) {
  const changed = new Map<string, CasesChanged["changed"][number]>();
  let viewers = "[]";
  let sentViewers = viewers;
  let wake = () => {};
  const hasNews = () => changed.size > 0 || viewers !== sentViewers;
  return {
    add(seen: Seen): void {
      for (const each of seen.changed) changed.set(each.id, each);
      const others = seen.viewers.filter((viewer) => viewer.caseId === caseId && viewer.id !== staffId);
      viewers = JSON.stringify(others.map(({ id, name }) => ({ id, name })));
      if (hasNews()) wake();
    },
    take(): { event: string; data: string }[] {
      const events: { event: string; data: string }[] = [];
      if (changed.size > 0) {
        const data = { changed: [...changed.values()] } satisfies CasesChanged;
        events.push({ event: "cases", data: JSON.stringify(data) });
      }
      if (viewers !== sentViewers) {
        // written above, from viewers
        const data = { viewers: JSON.parse(viewers) as CaseViewers["viewers"] } satisfies CaseViewers;
        events.push({ event: "viewers", data: JSON.stringify(data) });
      }
      changed.clear();
      sentViewers = viewers;
      return events;
    },
    wait: (milliseconds: number, over: AbortSignal): Promise<void> =>
      new Promise((resolve) => {
        const timer = setTimeout(done, milliseconds);
        over.addEventListener("abort", done);
        wake = done;
        if (hasNews()) done();
        function done() {
          clearTimeout(timer);
          over.removeEventListener("abort", done);
          wake = () => {};
          resolve();
        }
      }),
  };
}
