import { doEvery } from "#server/core/do-every.ts";
import type { Log } from "#server/core/log.ts";
import type { Status } from "./open-status.ts";

const EVERY_MS = 5 * 60_000;

/** Days are remembered whether or not somebody looked. @returns what ends it */
export const keepLooking = (status: Status, log: Log): (() => Promise<void>) =>
  doEvery(EVERY_MS, log, "the vendors' status pages were not looked at", () => status.lookAlone());
