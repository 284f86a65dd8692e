/** What the setup calls things, in the customer's words. */
import type { IntegrationId } from "#content/schema.ts";
import type { OAuthId } from "#server/core/crm-settings.ts";
import {
  PRODUCT_FIELD_TITLES,
  type ExistingPolicy,
  type Half,
  type ProductField,
} from "#server/features/integrations/integrations.values.ts";
import { setupWords as t } from "./setup.words.ts";

/** A field of the product at the beginning of a line. */
export const sayProductField = (field: ProductField): string => {
  const title = PRODUCT_FIELD_TITLES[field];
  return title.charAt(0).toUpperCase() + title.slice(1);
};

export const HALF_WORDS: Record<Half, { title: string; who: string; one: string; many: string }> = {
  referrers: { title: t.referrers, who: t.peopleWhoRecommendYou, one: t.aReferrer, many: t.manyReferrers },
  leads: { title: t.leads, who: t.peopleWhoWereRecommended, one: t.aLead, many: t.manyLeads },
};

/** What each policy for people whom the CRM knows already comes to. */
export const POLICY_WORDS: Record<ExistingPolicy, (crm: string) => string> = {
  update: (crm) => t.whatThePersonEntered(crm),
  skip: (crm) => t.peopleWhomHasAlready(crm, crm),
  duplicate: (crm) => t.aSecondRecordIs(crm),
};

/** What a CRM is asked for when the customer lets us in. */
export const PERMISSION_WORDS: Partial<Record<IntegrationId, string[]>> = {
  hubspot: [t.readAndWriteContacts, t.readDealsToSee, t.readHowContactsAnd],
  salesforce: [t.useSalesforcesApiIn, t.renewTheAccessWithout],
  intercom: [t.readAndWriteContacts, t.readWhichAttributesContacts],
} satisfies Record<OAuthId, string[]>;
