import { setTimeout as sleep } from "node:timers/promises";
import { askAgain } from "./ask-again.ts";
import type { GapsDeps } from "./gaps.deps.ts";
import { groupNew } from "./group/group-new.ts";

const EVERY_MS = 60_000;
/** Of each minute, what grouping may take. */
const BUDGET_MS = 10_000;

type KeepDeps = GapsDeps & { builds: { onBuild(listener: () => void): void } };

/**
 * Groups what is new every minute, and asks all gaps again at the start and whenever a new build is served. Other processes
 * may do the same on one database. @returns what stops it
 */
export function keepGaps(deps: KeepDeps): () => Promise<void> {
  const stopping = new AbortController();
  let wake = new AbortController();
  deps.builds.onBuild(() => wake.abort());
  let trouble = "";
  async function keep(): Promise<void> {
    await sleep(0, undefined, { ref: false }); // the start goes first
    while (!stopping.signal.aborted) {
      wake = new AbortController();
      try {
        await groupNew(deps, BUDGET_MS);
        await askAgain(deps, stopping.signal);
        trouble = "";
      } catch (error) {
        if (String(error) !== trouble) deps.log.warn({ err: error }, "gaps are not brought up to date now");
        trouble = String(error);
      }
      const signal = AbortSignal.any([stopping.signal, wake.signal]);
      await sleep(EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }
  const kept = keep();
  return async () => {
    stopping.abort();
    await kept;
  };
}
