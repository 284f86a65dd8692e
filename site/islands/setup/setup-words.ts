/** What the setup calls things, in the customer's words. */
import type { IntegrationId } from "#content/schema.ts";
import type { ExistingPolicy, Half, ProductField } from "#server/features/integrations/integrations.values.ts";

export const PRODUCT_WORDS: Record<ProductField, string> = {
  email: "E-mail address",
  first_name: "First name",
  last_name: "Last name",
  full_name: "Full name",
  phone: "Phone",
  company: "Company",
  referral_code: "Referral code",
  referral_link: "Referral link",
  referred_by: "Referred by",
  campaign: "Campaign",
  message: "Message",
  is_first_time: "First-time client: yes or no",
};

export const HALF_WORDS: Record<Half, { title: string; who: string; one: string }> = {
  referrers: { title: "Referrers", who: "people who recommend you", one: "a referrer" },
  leads: { title: "Leads", who: "people who were recommended to you", one: "a lead" },
};

export const POLICY_WORDS: Record<ExistingPolicy, { title: string; says: (crm: string) => string }> = {
  update: {
    title: "Update",
    says: (crm) =>
      `What the person entered goes over the mapped fields that ${crm} has. Other fields stay as they are.`,
  },
  skip: {
    title: "Do nothing",
    says: (crm) =>
      `People whom ${crm} has already are passed over, and no error is shown. Such a referral never qualifies through ${crm}. This is the usual reason for “missing” contacts.`,
  },
  duplicate: {
    title: "Make a duplicate",
    says: (crm) => `A second record is made, so the person stands in ${crm} twice.`,
  },
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
