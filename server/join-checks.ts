import type { ReadVendors } from "./features/ask/vendor-status.ts";
import type { ChecksDeps } from "./features/integrations/checks/checks.deps.ts";
import type { Integrations } from "./features/integrations/open-integrations.ts";
import type { Status } from "./features/status/open-status.ts";
import type { OpenKnowledge } from "./knowledge/open-knowledge.ts";

type Joined = { integrations: Integrations; knowledge: OpenKnowledge; status: Status };

/** Checks know of the vendors what the status page does, and of results what the articles say. */
export const joinChecks = ({ integrations, knowledge, status }: Joined): ChecksDeps => ({
  integrations,
  knowledge,
  readVendor: (id) => readVendorsFrom(status)([id])[0] ?? null,
});

/** Ask knows of the vendors what the status page does. */
export const readVendorsFrom =
  (status: Status): ReadVendors =>
  (ids) =>
    status
      .known()
      .integrations.filter(({ id }) => ids.includes(id))
      .map(({ id, name, vendor: { state, seenAt } }) => ({ id, name, state, seenAt }));
