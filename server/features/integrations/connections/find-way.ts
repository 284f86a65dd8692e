import { IntegrationId } from "#content/schema.ts";
import type { OperatorApp } from "#server/core/crm-settings.ts";
import { AppError } from "#server/core/errors.ts";
import type { Connector, Site } from "../connector.ts";
import { findSite } from "../connectors/connectors.ts";
import type { Integrations } from "../open-integrations.ts";

/** How a connection's CRM is reached. */
export type Way = { connector: Connector; app: OperatorApp; site: Site };

/** @throws AppError "unprocessable" where the operator has no app at the vendor, or the hub does not speak with this CRM */
export function findWay(
  integrations: Integrations,
  { integration, site }: { integration: string; site?: string },
): Way {
  const id = IntegrationId.safeParse(integration).data;
  const connector = id && integrations.connectors[id];
  const app = id && integrations.config.apps[id];
  const found = connector && findSite(integrations.hub, connector, site);
  if (connector && app && found) return { connector, app, site: found };
  const name = nameOf(integrations, integration);
  throw new AppError("unprocessable", `${name} is not available here yet. Support knows when it will be.`);
}

/** The CRM's name as people know it. */
export const nameOf = ({ hub }: Pick<Integrations, "hub">, integration: string): string =>
  hub.integrations.find(({ id }) => id === integration)?.name ?? integration;
