import type { Text } from "#content/kept-words.ts";
import type { Hub, Integration, IntegrationId } from "#content/schema.ts";
import type { StatusSource } from "./parse/reading.ts";
import { vendorPageTexts as t } from "./vendor-page.words.ts";

type Definition = {
  source: StatusSource;
  /** What is read; Salesforce's is made from the instance. */
  url: string;
  /** What a person would read. */
  page: string;
  /** Statuspage: only this group of components counts. RSS: only this component. */
  only?: string;
};

/** Where each vendor says how it is. hub.yaml overrides url (`statusUrl`), page (`statusPage`) and source (`statusSource`). */
const VENDORS: Record<IntegrationId, Definition> = {
  hubspot: {
    source: "statuspage",
    url: "https://status.hubspot.com/api/v2/summary.json",
    page: "https://status.hubspot.com/",
  },
  salesforce: {
    source: "salesforce",
    url: "https://api.status.salesforce.com/v1",
    page: "https://status.salesforce.com/",
  },
  intercom: {
    source: "statuspage",
    url: "https://www.finstatus.com/api/v2/summary.json",
    page: "https://www.finstatus.com/",
  },
  servicetitan: {
    source: "statuspage",
    url: "https://status.servicetitan.com/api/v2/summary.json",
    page: "https://status.servicetitan.com/",
    only: "Core Product Features",
  },
  zoho: { source: "rss", url: "https://us.zohostatus.com/rss", page: "https://us.zohostatus.com/", only: "Zoho CRM" },
  pipedrive: {
    source: "sorry",
    url: "https://status.pipedrive.com/api/v1/status",
    page: "https://status.pipedrive.com/",
  },
  monday: {
    source: "statuspage",
    url: "https://status.monday.com/api/v2/summary.json",
    page: "https://status.monday.com/",
  },
};

/** One integration as the status page shows it; `read` is null when nothing can be read, and `why` says why. */
export type Vendor = {
  id: IntegrationId;
  name: string;
  availability: Integration["availability"];
  page: string | null;
  read: { source: StatusSource; url: string; only: string | undefined } | null;
  why: Text | null;
};

/** One whose page is read. */
export type WatchedVendor = Vendor & { read: NonNullable<Vendor["read"]> };
export const isWatched = (vendor: Vendor): vendor is WatchedVendor => vendor.read !== null;

/** The hub's integrations in hub.yaml's order, with the vendors' defaults filled in. */
export const vendorsOf = (hub: Pick<Hub, "integrations">): Vendor[] => hub.integrations.map(toVendor);

function toVendor(integration: Integration): Vendor {
  const standard = VENDORS[integration.id];
  const source = integration.statusSource ?? standard.source;
  const url = integration.statusUrl ?? standard.url;
  const vendor = {
    id: integration.id,
    name: integration.name,
    availability: integration.availability,
    page: integration.statusPage ?? standard.page,
  };
  if (integration.availability === "coming_soon") return { ...vendor, read: null, why: null };
  if (source !== "salesforce") return { ...vendor, read: { source, url, only: standard.only }, why: null };
  if (!integration.statusInstance) return { ...vendor, read: null, why: t.noInstance };
  return { ...vendor, read: { source, url: instanceUrl(url, integration.statusInstance), only: undefined }, why: null };
}

/** Instances are called NA123, EU42S or SWE1; anything else is a My Domain name, which Salesforce calls an alias. */
function instanceUrl(base: string, instance: string): string {
  const kind = /^[A-Z]{2,4}\d{1,4}S?$/i.test(instance) ? "instances" : "instanceAliases";
  const query = kind === "instances" ? "?childProducts=false" : "";
  return `${base.replace(/\/+$/, "")}/${kind}/${encodeURIComponent(instance)}/status${query}`;
}
