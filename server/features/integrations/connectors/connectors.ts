import type { Hub, IntegrationId } from "#content/schema.ts";
import type { AppId } from "#server/core/crm-settings.ts";
import type { Connector, Site } from "../connector.ts";
import { hubspot } from "./hubspot/hubspot.connector.ts";
import { intercom } from "./intercom/intercom.connector.ts";
import { salesforce } from "./salesforce/salesforce.connector.ts";
import { servicetitan } from "./servicetitan/servicetitan.connector.ts";

/** Every CRM that the hub can speak with. */
export const CONNECTORS: Partial<Record<IntegrationId, Connector>> = {
  hubspot,
  salesforce,
  intercom,
  servicetitan,
} satisfies Record<AppId, Connector>;

/** A site of a CRM with the bases that hub.yaml gives in place of the vendor's own. Null: the CRM has no such site. */
export function findSite(hub: Pick<Hub, "integrations">, { definition }: Connector, siteId?: string): Site | null {
  const site = siteId === undefined ? definition.sites[0] : definition.sites.find(({ id }) => id === siteId);
  const own = hub.integrations.find(({ id }) => id === definition.id);
  if (!site || !own) return null;
  return {
    ...site,
    apiBase: trim(own.apiBase ?? site.apiBase),
    authBase: trim(own.authBase ?? own.apiBase ?? site.authBase),
  };
}

const trim = (url: string): string => url.replace(/\/+$/, "");
