/** What the setup calls things, in the customer's words. */
import type { IntegrationId } from "#content/schema.ts";
import {
  PRODUCT_FIELD_TITLES,
  type ExistingPolicy,
  type Half,
  type ProductField,
} from "#server/features/integrations/integrations.values.ts";

/** A field of the product at the beginning of a line. */
export const sayProductField = (field: ProductField): string => {
  const title = PRODUCT_FIELD_TITLES[field];
  return title.charAt(0).toUpperCase() + title.slice(1);
};

export const HALF_WORDS: Record<Half, { title: string; who: string; one: string }> = {
  referrers: { title: "Referrers", who: "people who recommend you", one: "a referrer" },
  leads: { title: "Leads", who: "people who were recommended to you", one: "a lead" },
};

/** What each policy for people whom the CRM knows already comes to. */
export const POLICY_WORDS: Record<ExistingPolicy, (crm: string) => string> = {
  update: (crm) =>
    `What the person entered goes over the mapped fields that ${crm} has. Other fields stay as they are.`,
  skip: (crm) =>
    `People whom ${crm} has already are passed over, and no error is shown. Such a referral never qualifies through ${crm}. This is the usual reason for “missing” contacts.`,
  duplicate: (crm) => `A second record is made, so the person stands in ${crm} twice.`,
};

/** What a CRM is asked for when the customer lets us in. */
export const PERMISSION_WORDS: Partial<Record<IntegrationId, string[]>> = {
  hubspot: [
    "Read and write contacts",
    "Read deals, to see when one reaches your stage",
    "Read how contacts and deals are set up",
  ],
  salesforce: [
    "Use Salesforce’s API in your name, with your user’s rights and no others",
    "Renew the access without you",
  ],
  intercom: ["Read and write contacts", "Read which attributes contacts have"],
};
