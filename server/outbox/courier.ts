import { newId } from "../core/ids.ts";
import type { Channel } from "./channels/channel.ts";
import { claimDue, hastenOldest, hastenWaiting, type OutboxRow } from "./claims.ts";
import { type CourierDeps, deliver } from "./deliver.ts";
import { createPause } from "./retry.ts";
import { onWake } from "./wake.ts";

const POLL_MS = 2000;

/**
 * Delivers what waits for one channel, one after another. Couriers of other processes may work on the same database.
 * @returns what stops it: the delivery under way may end, or is cut off after `graceMs` and made again later
 */
export function startCourier<Payload>(deps: CourierDeps, kind: string, channel: Channel<Payload>) {
  const { db, clock, log } = deps;
  const name = newId("courier");
  const cutOff = new AbortController();
  const pause = createPause(clock);
  let stopping = false;
  let triedAtStart: string | undefined;
  let asked = false;
  let round: Promise<void> | undefined;

  const deliverNext = async (): Promise<boolean> => {
    if (stopping || !pause.isOver()) return false;
    const row = await claimDue(db, { kind, courier: name, inOrder: channel.inOrder }, clock.now());
    if (!row) return false;
    const outcome = await deliver(deps, channel, countAttempt(row), cutOff.signal);
    if (outcome.state === "away") pause.lengthen(outcome.retryAfterMs);
    // one that was refused says nothing of the others
    if (outcome.state === "sent" && pause.end()) await hastenWaiting(db, row);
    return true;
  };
  /** However often a hub is started, what waits keeps its attempts; one that ends the process has counted. */
  const countAttempt = (row: OutboxRow): OutboxRow => {
    if (row.id !== triedAtStart) return row;
    triedAtStart = undefined;
    return { ...row, attempts: row.attempts - 1 };
  };
  const goRound = async () => {
    while (asked) {
      asked = false;
      while (await deliverNext());
    }
  };
  const look = () => {
    asked = true;
    round ??= goRound()
      .catch((error: unknown) => log.warn({ err: error, kind }, "outbox: cannot look now"))
      .finally(() => (round = undefined));
  };

  const poll = setInterval(look, POLL_MS).unref();
  const forget = onWake(look);
  // Perhaps this start came with the setting that was wrong: one that waits long tries now.
  round = hastenOldest(db, kind, clock.now())
    .then((id) => void (triedAtStart = id))
    .catch(() => undefined)
    .finally(() => ((round = undefined), look()));

  return async function stop(graceMs = 5000): Promise<void> {
    stopping = true;
    clearInterval(poll);
    forget();
    const deadline = setTimeout(() => cutOff.abort(), graceMs);
    await round;
    clearTimeout(deadline);
  };
}
