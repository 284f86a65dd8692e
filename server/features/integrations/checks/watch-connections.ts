import { setTimeout as sleep } from "node:timers/promises";
import type { IntegrationId } from "#content/schema.ts";
import { takeTurn } from "#server/limits/take-turn.ts";
import { openCallBudget } from "./call-budget.ts";
import { claimDue, giveBack, isAnyDue, settleDue, type DueConnection } from "./claim-due.ts";
import { keepCheck, wasWell } from "./keep-check.ts";
import type { ChecksDeps } from "./checks.deps.ts";
import { runCheck } from "./run-check.ts";
import { tellOwner } from "./tell-owner.ts";

/** How often one looks for connections that are due, when there were none. */
const POLL_MS = 20_000;
/** So many checks in a row that could not be made are the vendor's trouble, not a customer's. */
const MISSES_OF_A_VENDOR = 3;
/** Longer than a check and the wait behind it: a process that dies in between holds the others up for so long. */
const LEASE_MS = 90_000;
const LONGEST_PAUSE_MS = 5 * 60_000;

/**
 * Checks every connection about once an hour, one at a time of each CRM, whichever process has its turn: a CRM
 * counts the calls of all together. @returns what stops it: the checks under way are given up, and are due again
 */
export function watchConnections(deps: ChecksDeps, pollMs = POLL_MS): () => Promise<void> {
  const { connectors, config } = deps.integrations;
  const stopping = new AbortController();
  const lanes = Object.values(connectors)
    .filter(({ definition }) => config.apps[definition.id])
    .map(({ definition: { id, callsPerSecond } }) =>
      watchVendor(deps, { id, callsPerSecond, pollMs }, stopping.signal),
    );
  return async () => {
    stopping.abort();
    await Promise.all(lanes);
  };
}

type Lane = { id: IntegrationId; callsPerSecond: number; pollMs: number };

async function watchVendor(deps: ChecksDeps, { id, callsPerSecond, pollMs }: Lane, stop: AbortSignal): Promise<void> {
  const { integrations } = deps;
  const { db, clock } = integrations;
  const budget = openCallBudget(callsPerSecond);
  const counting = { ...deps, integrations: { ...integrations, fetch: budget.counting(integrations.fetch) } };
  const rest = (ms: number) =>
    sleep(ms * (0.8 + Math.random() * 0.4), undefined, { signal: stop, ref: false }).catch(() => undefined);
  let misses = 0;
  while (!stop.aborted) {
    try {
      const endTurn = (await isAnyDue(db, id, clock.now())) && (await takeTurn(integrations, `watch.${id}`, LEASE_MS));
      if (!endTurn) {
        await rest(pollMs);
        continue;
      }
      const outcome = await checkNext(counting, id, stop).finally(async () => {
        await budget.whenFree(stop); // in the turn: what this check took counts for the next process
        await endTurn();
      });
      misses = outcome === "missed" ? misses + 1 : outcome === "made" ? 0 : misses;
      if (outcome === "none") await rest(pollMs);
      else if (misses >= MISSES_OF_A_VENDOR) await rest(Math.min(1000 * 2 ** misses, LONGEST_PAUSE_MS));
    } catch (error) {
      integrations.log.warn({ err: error, integration: id }, "connections cannot be checked now");
      await rest(pollMs);
    }
  }
}

/** Checks the connection that is due, if there is one. */
async function checkNext(deps: ChecksDeps, id: IntegrationId, stop: AbortSignal): Promise<"none" | "made" | "missed"> {
  const { db, clock } = deps.integrations;
  if (stop.aborted) return "none";
  const row = await claimDue(db, id, clock.now());
  if (!row) return "none";
  try {
    return await checkClaimed(deps, row, stop);
  } catch (error) {
    // One that cannot be checked for a reason of ours must not hold up the others.
    await settleDue(db, row, clock.now(), row.missedChecks + 1);
    throw error;
  }
}

async function checkClaimed(
  deps: ChecksDeps,
  row: DueConnection,
  stop: AbortSignal,
): Promise<"none" | "made" | "missed"> {
  const { db, clock } = deps.integrations;
  const running = runCheck(deps, row, "hub", stop);
  let step = await running.next();
  while (!step.done) step = await running.next();
  const check = step.value;
  if (!check) {
    await giveBack(db, row);
    return "none";
  }
  if (check.results.some(({ code }) => code === "wrong_app"))
    deps.integrations.log.error(
      { integration: row.integration },
      "the CRM does not take the keys of this hub's own app",
    );
  const missed = check.state === "unknown";
  await db.transaction(async (tx) => {
    const kept = await keepCheck(tx, row.id, check);
    await settleDue(tx, row, clock.now(), missed ? row.missedChecks + 1 : 0);
    // What never worked is no news to who is still setting it up.
    if (kept && check.state === "failed" && (await wasWell(tx, row.id)))
      await tellOwner(tx, deps.integrations, row, check);
  });
  return missed ? "missed" : "made";
}
