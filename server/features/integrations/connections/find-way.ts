import { IntegrationId } from "#content/schema.ts";
import type { OperatorApp } from "#server/core/crm-settings.ts";
import { AppError } from "#server/core/errors.ts";
import type { Connector, Site } from "../connector.ts";
import { findSite } from "../connectors/connectors.ts";
import type { Integrations } from "../open-integrations.ts";
import { setupProblemWords as t } from "./setup-problems.words.ts";

/** How a connection's CRM is reached. */
export type Way = { connector: Connector; app: OperatorApp; site: Site };

/** @throws AppError "unprocessable" where the operator has no app at the vendor, or the hub does not speak with this CRM */
export function findWay(integrations: Integrations, { integration, site }: { integration: string; site: string }): Way {
  const connector = findConnector(integrations, integration);
  const app = integrations.config.apps[connector.definition.id];
  if (!app) throw notAvailable(integrations, integration);
  const found = findSite(integrations.hub, connector, site);
  if (found) return { connector, app, site: found };
  const fields = [
    { path: "site", message: `choose one of ${connector.definition.sites.map(({ id }) => id).join(", ")}` },
  ];
  throw new AppError("bad_request", `${nameOf(integrations, integration)} has no such site.`, { fields });
}

/** @throws AppError "unprocessable" for a CRM that the hub does not speak with */
export function findConnector(integrations: Integrations, integration: string): Connector {
  const id = IntegrationId.safeParse(integration).data;
  const connector = id && integrations.connectors[id];
  if (!connector) throw notAvailable(integrations, integration);
  return connector;
}

const notAvailable = (integrations: Integrations, integration: string): AppError =>
  new AppError("unprocessable", t.notAvailable(nameOf(integrations, integration)), { extra: { fault: "unavailable" } });

/** The CRM's name as people know it. */
export const nameOf = ({ hub }: Pick<Integrations, "hub">, integration: string): string =>
  hub.integrations.find(({ id }) => id === integration)?.name ?? integration;
