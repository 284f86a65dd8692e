import { setTimeout as sleep } from "node:timers/promises";
import type { Db } from "#db/database.ts";
import type { Clock } from "#server/core/clock.ts";
import type { Log } from "#server/core/log.ts";
import { findChanged, type Changed } from "./find-changed.ts";
import { keepViewers, readViewers, type Viewer, type Watcher } from "./case-viewers.ts";

export type FeedDeps = { db: Db; clock: Clock; log: Log };
/** What one look at the database found. */
export type Seen = { changed: Changed[]; viewers: Viewer[] };
type Hear = (seen: Seen) => void;
export type CaseFeed = { listen: (watcher: Watcher, hear: Hear) => () => void };

const LOOK_EVERY_MS = 1000;
/** Clocks of several processes differ, and a change is seen only when its transaction ends. */
const OVERLAP_MS = 10_000;

/**
 * Looks at the database for whoever listens in this process: one loop, and none while nobody does. Whatever process
 * made a change, all of them see it.
 */
export function openCaseFeed(deps: FeedDeps): CaseFeed {
  const listeners = new Map<Watcher, Hear>();
  let looking = false;

  async function look(): Promise<void> {
    looking = true;
    // what was changed before anybody listened is no news
    let lookedAt = deps.clock.now();
    let known = await findChanged(deps.db, since(lookedAt), new Map())
      .then(({ versions }) => versions)
      .catch(() => new Map<string, number>());
    while (listeners.size > 0) {
      await sleep(LOOK_EVERY_MS, undefined, { ref: false });
      if (listeners.size === 0) break;
      try {
        const now = deps.clock.now();
        const found = await findChanged(deps.db, since(lookedAt), known);
        const viewers = await lookForViewers(deps.db, now, [...listeners.keys()]);
        for (const hear of listeners.values()) hear({ changed: found.changed, viewers });
        known = found.versions;
        lookedAt = now;
      } catch (error) {
        deps.log.warn({ err: error }, "what changed at the desk could not be looked up; it is tried again");
      }
    }
    looking = false;
  }

  return {
    listen: (watcher, hear) => {
      listeners.set(watcher, hear);
      if (!looking) void look();
      return () => void listeners.delete(watcher);
    },
  };
}

/** Who only looks at lists has nobody beside them. */
async function lookForViewers(db: Db, now: Date, watchers: Watcher[]): Promise<Viewer[]> {
  if (watchers.every(({ caseId }) => caseId === null)) return [];
  await keepViewers(db, now, watchers);
  return readViewers(db, now);
}

const since = (moment: Date): Date => new Date(moment.getTime() - OVERLAP_MS);
