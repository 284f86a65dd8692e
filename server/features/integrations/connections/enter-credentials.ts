import { AppError, type FieldError } from "#server/core/errors.ts";
import type { ConnectorDefinition } from "../connector.ts";
import type { ConnectionView } from "../integrations.schema.ts";
import type { Integrations } from "../open-integrations.ts";
import { VendorFault } from "../vendor-fault.ts";
import { vendorProblem } from "../vendor-problem.ts";
import { findConnection, type ConnectionRow } from "./find-connection.ts";
import { findWay, nameOf } from "./find-way.ts";
import { keepAccess } from "./keep-access.ts";
import { findTenant, viewConnection } from "./view-connection.ts";
import { setupProblemWords as t } from "./setup-problems.words.ts";

type Customer = { email: string; workspaceId: string };

/** Keys that the customer enters once their Tenant ID is approved: tried at the CRM before they are kept. */
export async function enterCredentials(
  integrations: Integrations,
  { email, workspaceId }: Customer,
  id: string,
  { values }: { values: Record<string, string> },
): Promise<ConnectionView> {
  const row = await findConnection(integrations, workspaceId, id);
  const way = findWay(integrations, row);
  const tenantId = await requireApproved(integrations, row);
  requireAll(way.connector.definition, values);
  try {
    const finish = { kind: "credentials", site: way.site, tenantId, values } as const;
    const grant = await way.connector.finish(way.app, integrations.fetch, finish);
    // an approved Tenant ID may be another one than before: staff have looked at it
    const kept = await keepAccess(integrations, { row, way, grant, email, otherAccount: true });
    return await viewConnection(integrations, kept);
  } catch (error) {
    throw error instanceof VendorFault ? vendorProblem(nameOf(integrations, row.integration), error) : error;
  }
}

async function requireApproved({ db }: Integrations, row: ConnectionRow): Promise<string> {
  const tenant = await findTenant(db, row.id);
  if (tenant?.state === "approved") return tenant.tenantId;
  throw new AppError("unprocessable", t.tenantIdFirst);
}

function requireAll({ credentials }: ConnectorDefinition, values: Record<string, string>): void {
  const missing = credentials.filter(({ name }) => !values[name]);
  const unknown = Object.keys(values).filter((name) => !credentials.some((known) => known.name === name));
  const fields: FieldError[] = [
    ...missing.map(({ name, label }) => ({ path: `values.${name}`, message: t.enter(label) })),
    ...unknown.map((name) => ({ path: `values.${name}`, message: "Nothing of this name is asked for." })),
  ];
  if (fields.length > 0) throw new AppError("unprocessable", t.missing, { fields });
}
