import { setTimeout as sleep } from "node:timers/promises";

/** Longer than finding somebody and promising a mail to them takes. */
const ANSWER_MS = 300;

/** For work that is more where somebody is known: the time of the answer does not say whether there was any. */
export async function inEvenTime(work: Promise<void>): Promise<void> {
  await Promise.all([work, sleep(ANSWER_MS)]);
}
