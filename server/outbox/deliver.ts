import type { Db } from "#db/database.ts";
import type { Clock } from "../core/clock.ts";
import type { Log } from "../core/log.ts";
import { type Channel, ChannelAway } from "./channels/channel.ts";
import { type OutboxRow, settle } from "./claims.ts";
import { MAX_ATTEMPTS, retryDelayMs } from "./retry.ts";

export type CourierDeps = { db: Db; clock: Clock; log: Log };

/** No attempt lasts longer, whatever the other side does; shorter than a lease. */
const ATTEMPT_MS = 60_000;

/** One attempt, and what became of it, in the row. A row that could not be settled is delivered again, under the same id. */
export async function deliver<Payload>(
  { db, clock, log }: CourierDeps,
  channel: Channel<Payload>,
  row: OutboxRow,
  cutOff: AbortSignal,
): Promise<"sent" | "refused" | "away"> {
  const { id, kind, createdAt, attempts } = row;
  try {
    const signal = AbortSignal.any([cutOff, AbortSignal.timeout(ATTEMPT_MS)]);
    // `enqueue` takes a kind with its payload only, and the row is of this channel's kind.
    const payload = row.payload as Payload;
    await Promise.race([channel.send({ id, createdAt, payload }, signal), whenAborted(signal)]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const dead = attempts >= MAX_ATTEMPTS;
    const nextAt = new Date(clock.now().getTime() + retryDelayMs(attempts));
    await settle(db, row, { lastError: reason, nextAt, state: dead ? "dead" : "waiting" });
    log.warn({ outbox: id, kind, attempts, reason }, dead ? "outbox: given up" : "outbox: put off");
    return error instanceof ChannelAway ? "away" : "refused";
  }
  await settle(db, row, { state: "sent", sentAt: clock.now(), lastError: null });
  return "sent";
}

const whenAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(new ChannelAway("There was no answer in time")), { once: true });
  });
