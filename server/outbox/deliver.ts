import type { Db } from "#db/database.ts";
import type { Clock } from "../core/clock.ts";
import { wordsOf } from "../core/errors.ts";
import type { Log } from "../core/log.ts";
import { type Channel, ChannelAway, ChannelRefused, type Received } from "./channels/channel.ts";
import { findReceived, type OutboxRow, settle } from "./claims.ts";
import { MAX_ATTEMPTS, retryDelayMs } from "./retry.ts";

export type CourierDeps = {
  db: Db;
  clock: Clock;
  log: Log;
  /** Words of the settings that never stand in an error, whoever said them. */
  secrets: string[];
};

type Outcome = { state: "sent" | "refused" } | { state: "away"; retryAfterMs: number };

/** No attempt lasts longer, whatever the other side does; shorter than a lease. */
const ATTEMPT_MS = 60_000;

/** One attempt, and what became of it, in the row. A row that could not be settled is delivered again, under the same id. */
export async function deliver<Payload>(
  deps: CourierDeps,
  channel: Channel<Payload>,
  row: OutboxRow,
  cutOff: AbortSignal,
): Promise<Outcome> {
  const { db, clock } = deps;
  const { id, createdAt, ref } = row;
  // `enqueue` takes a kind with its payload only, and the row is of this channel's kind.
  const payload = row.payload as Payload;
  let received: Received | null;
  try {
    const signal = AbortSignal.any([cutOff, AbortSignal.timeout(ATTEMPT_MS)]);
    const parcel = { id, createdAt, ref, payload, findReceived: () => findReceived(db, row) };
    received = await Promise.race([channel.send(parcel, signal), whenAborted(signal)]);
  } catch (error) {
    return putOff(deps, row, error);
  }
  const kept = channel.remains && { payload: channel.remains(payload) };
  await settle(db, row, { state: "sent", sentAt: clock.now(), lastError: null, received, ...kept });
  return { state: "sent" };
}

async function putOff({ db, clock, log, secrets }: CourierDeps, row: OutboxRow, error: unknown): Promise<Outcome> {
  const { id, kind, attempts } = row;
  const said = wordsOf(error);
  const reason = secrets.reduce((text, secret) => text.replaceAll(secret, "[left out]"), said);
  const dead = attempts >= MAX_ATTEMPTS || error instanceof ChannelRefused;
  const nextAt = new Date(clock.now().getTime() + retryDelayMs(attempts));
  await settle(db, row, { attempts, lastError: reason, nextAt, state: dead ? "dead" : "waiting" });
  log.warn({ outbox: id, kind, attempts, reason }, dead ? "outbox: given up" : "outbox: put off");
  return error instanceof ChannelAway ? { state: "away", retryAfterMs: error.retryAfterMs } : { state: "refused" };
}

const whenAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(new ChannelAway("There was no answer in time")), { once: true });
  });
