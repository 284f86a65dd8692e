import type { Hub } from "#content/schema.ts";
import type { Clock } from "#server/core/clock.ts";
import type { HubStatus } from "./status.schema.ts";
import { vendorsOf } from "./vendors.ts";

export type StatusDeps = { hub: Pick<Hub, "integrations">; clock: Clock };

export type Status = { read(): Promise<HubStatus> };

export function openStatus({ hub, clock }: StatusDeps): Status {
  const integrations = vendorsOf(hub).map(({ read: _read, why, ...vendor }) => ({
    ...vendor,
    vendor: { state: "unknown" as const, seenAt: null, watched: false, incidents: [], reason: why ?? "Not read yet." },
  }));
  return { read: async () => ({ integrations, hub: [], checkedAt: clock.now().toISOString() }) };
}
