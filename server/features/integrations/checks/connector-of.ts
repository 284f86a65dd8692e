import { IntegrationId } from "#content/schema.ts";
import { AppError } from "#server/core/errors.ts";
import type { Connector } from "../connector.ts";
import { nameOf } from "../connections/find-way.ts";
import type { Integrations } from "../open-integrations.ts";

/** The connector of a connection, whether or not the operator still has an app. @throws AppError where the hub no longer speaks with the CRM */
export function connectorOf(integrations: Integrations, { integration }: { integration: string }): Connector {
  const id = IntegrationId.safeParse(integration).data;
  const connector = id && integrations.connectors[id];
  if (connector) return connector;
  throw new AppError("unprocessable", `${nameOf(integrations, integration)} is not available here any more.`);
}
