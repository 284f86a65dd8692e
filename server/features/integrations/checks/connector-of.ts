import { IntegrationId } from "#content/schema.ts";
import { AppError } from "#server/core/errors.ts";
import type { Connector } from "../connector.ts";
import type { Integrations } from "../open-integrations.ts";

/** The connector of a connection. @throws AppError for one that was made when the hub still offered its CRM */
export function connectorOf({ connectors }: Integrations, row: { integration: string }): Connector {
  const connector = connectors[IntegrationId.parse(row.integration)];
  if (!connector) throw new AppError("unavailable", "This hub does not offer this CRM any more.");
  return connector;
}
