import { eq } from "drizzle-orm";
import { webhooks } from "#db/schema/api.ts";
import { doEvery } from "../../core/do-every.ts";
import { startCourier } from "../courier.ts";
import type { CourierDeps } from "../deliver.ts";
import { onWake } from "../wake.ts";
import { type HookDeps, openHook } from "./open-hook.ts";
import { hookKind } from "./tell-hooks.ts";

/** How soon one that another process made or turned off is noticed. */
const LOOK_MS = 5000;

/** A courier for each webhook that is on, for as long as it is. @returns what stops them all */
export function startHooks(deps: CourierDeps & HookDeps) {
  const couriers = new Map<string, (graceMs?: number) => Promise<void>>();
  /** Of webhooks that were turned off meanwhile. */
  const ending = new Set<Promise<void>>();

  async function look(): Promise<void> {
    const rows = await deps.db.select({ id: webhooks.id }).from(webhooks).where(eq(webhooks.on, true));
    const on = new Set(rows.map(({ id }) => id));
    for (const id of on) if (!couriers.has(id)) couriers.set(id, startCourier(deps, hookKind(id), openHook(deps, id)));
    for (const [id, stop] of couriers)
      if (!on.has(id)) {
        couriers.delete(id);
        const end = stop().finally(() => ending.delete(end));
        ending.add(end);
      }
  }
  const stopLooking = doEvery(LOOK_MS, deps.log, "webhooks cannot be looked for now", look, onWake);

  return async (graceMs?: number): Promise<void> => {
    await stopLooking();
    await Promise.all([...[...couriers.values()].map((stop) => stop(graceMs)), ...ending]);
  };
}
