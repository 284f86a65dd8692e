import { AppError } from "#server/core/errors.ts";
import type { CrmOptions } from "../integrations.schema.ts";
import type { Integrations } from "../open-integrations.ts";
import { VendorFault } from "../vendor-fault.ts";
import { vendorProblem } from "../vendor-problem.ts";
import { findConnection } from "./find-connection.ts";
import { findConnector, nameOf } from "./find-way.ts";
import { askCrm } from "./open-call.ts";
import { proposeMapping } from "./propose-mapping.ts";

/** What the pickers of a half are filled with, from the customer's own CRM. */
export async function listOptions(
  integrations: Integrations,
  workspaceId: string,
  id: string,
  object: string,
  signal: AbortSignal,
): Promise<CrmOptions> {
  const row = await findConnection(integrations, workspaceId, id);
  const { objects } = findConnector(integrations, row.integration).definition;
  if (!objects.some((kind) => kind.id === object)) {
    const fields = [{ path: "object", message: `use one of ${objects.map((kind) => kind.id).join(", ")}` }];
    throw new AppError("bad_request", "The CRM has no such object.", { fields });
  }
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
