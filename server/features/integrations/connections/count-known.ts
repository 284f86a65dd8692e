import type { CrmCount } from "../integrations.schema.ts";
import type { Integrations } from "../open-integrations.ts";
import { VendorFault } from "../vendor-fault.ts";
import { type AskedKind, findKind } from "./find-kind.ts";
import { askCrm } from "./open-call.ts";

/** How many people a choice is about. Only an addition to what a page says: a CRM that fails says no number. */
export async function countKnown(integrations: Integrations, asked: AskedKind, signal: AbortSignal): Promise<CrmCount> {
  const { row, connector } = await findKind(integrations, asked);
  const { object } = asked;
  if (!connector.count) return { object, count: null };
  try {
    const count = await askCrm(integrations, row, async ({ call }) => connector.count?.(call, object) ?? null, signal);
    return { object, count };
  } catch (error) {
    if (error instanceof VendorFault) return { object, count: null };
    throw error;
  }
}
