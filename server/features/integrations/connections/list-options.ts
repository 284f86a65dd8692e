import type { CrmOptions } from "../integrations.schema.ts";
import type { Integrations } from "../open-integrations.ts";
import { VendorFault } from "../vendor-fault.ts";
import { vendorProblem } from "../vendor-problem.ts";
import { type AskedKind, findKind } from "./find-kind.ts";
import { nameOf } from "./find-way.ts";
import { askCrm } from "./open-call.ts";
import { proposeMapping } from "./propose-mapping.ts";

/** What the pickers of a half are filled with, from the customer's own CRM. */
export async function listOptions(
  integrations: Integrations,
  asked: AskedKind,
  signal: AbortSignal,
): Promise<CrmOptions> {
  const { row } = await findKind(integrations, asked);
  const { object } = asked;
  try {
    const [pipelines, fields] = await askCrm(
      integrations,
      row,
      ({ connector, call }) => Promise.all([connector.pipelines(call, object), connector.fields(call, object)]),
      signal,
    );
    const proposals = proposeMapping(fields);
    return {
      object,
      pipelines,
      fields: fields.map((field) => ({ ...field, proposal: proposals.get(field.name) ?? null })),
    };
  } catch (error) {
    throw error instanceof VendorFault ? vendorProblem(nameOf(integrations, row.integration), error) : error;
  }
}
