import type { Site } from "../../connector.ts";
import { VendorFault, vendorNotes as n } from "../../vendor-fault.ts";

const SALESFORCE_HOST = /\.(salesforce|force|cloudforce|salesforce-setup)\.com$/;

/**
 * Where a customer's data is, as the token says: their My Domain. Tokens go there, so it is Salesforce's, or the very
 * place that the operator has named for this site.
 */
export function acceptInstance(site: Site, instanceUrl: unknown): string {
  const url = typeof instanceUrl === "string" ? URL.parse(instanceUrl) : null;
  if (url && isSalesforce(url)) return url.origin;
  if (url && [site.apiBase, site.authBase].some((base) => new URL(base).origin === url.origin)) return url.origin;
  throw new VendorFault("unreadable", url ? n.notItsOwn(url.host) : n.noAddress);
}

const isSalesforce = ({ protocol, hostname, port }: URL): boolean =>
  protocol === "https:" && port === "" && SALESFORCE_HOST.test(hostname);
