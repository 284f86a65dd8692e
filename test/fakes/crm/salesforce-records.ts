/** Records as Salesforce keeps them. */
export type SalesforceLead = {
  Id: string;
  Name: string;
  Email: string;
  Status: string;
  CreatedDate: string;
  IsConverted: boolean;
  ConvertedContactId: string | null;
  ConvertedAccountId: string | null;
  ConvertedDate: string | null;
};
/** A lead that became a contact. */
export const makeConvertedLead = (): SalesforceLead => ({
  Id: "00Q5g00000ConvEAD",
  Name: "Grace",
  Email: "grace@example.com",
  Status: "Closed - Converted",
  CreatedDate: "2026-03-02T08:00:00.000+0000",
  IsConverted: true,
  ConvertedContactId: "0035g00000ConvEAD",
  ConvertedAccountId: "0015g00000ConvEAD",
  ConvertedDate: "2026-03-09",
});
export type SalesforceContact = { Id: string; Name: string; Email: string; CreatedDate: string };

export type DescribedField = {
  name: string;
  label: string;
  type: string;
  createable: boolean;
  updateable: boolean;
  nillable: boolean;
  defaultedOnCreate: boolean;
  deprecatedAndHidden: boolean;
  picklistValues: { active: boolean; defaultValue: boolean; label: string; value: string }[];
};

export const describeField = (
  name: string,
  label: string,
  type: string,
  own: Partial<DescribedField> = {},
): DescribedField => ({
  name,
  label,
  type,
  createable: true,
  updateable: true,
  nillable: true,
  defaultedOnCreate: false,
  deprecatedAndHidden: false,
  picklistValues: [],
  ...own,
});

const readOnly = { createable: false, updateable: false };
const SHARED = [
  describeField("FirstName", "First Name", "string"),
  describeField("LastName", "Last Name", "string", { nillable: false }),
  describeField("Name", "Full Name", "string", { ...readOnly, nillable: false }),
  describeField("Email", "Email", "email"),
  describeField("Phone", "Phone", "phone"),
  describeField("Title", "Title", "string"),
  describeField("Description", "Description", "textarea"),
  describeField("LeadSource", "Lead Source", "picklist", { picklistValues: pick("Web", "Partner Referral", "Other") }),
  describeField("OwnerId", "Owner ID", "reference", { nillable: false, defaultedOnCreate: true }),
  describeField("CreatedDate", "Created Date", "datetime", { ...readOnly, nillable: false, defaultedOnCreate: true }),
  describeField("Referral_Code__c", "Referral Code", "string"),
  describeField("Referred_By__c", "Referred By", "string"),
];

export function seedFields(): Record<"Lead" | "Contact", DescribedField[]> {
  return {
    Lead: [
      ...SHARED,
      describeField("Company", "Company", "string", { nillable: false }),
      describeField("Status", "Lead Status", "picklist", {
        nillable: false,
        defaultedOnCreate: true,
        picklistValues: pick("Open - Not Contacted", "Working - Contacted", "Closed - Converted"),
      }),
      describeField("IsConverted", "Converted", "boolean", { ...readOnly, nillable: false, defaultedOnCreate: true }),
    ],
    Contact: [
      ...SHARED,
      describeField("AccountId", "Account ID", "reference"),
      describeField("DoNotCall", "Do Not Call", "boolean", { nillable: false, defaultedOnCreate: true }),
    ],
  };
}

function pick(...labels: string[]): DescribedField["picklistValues"] {
  return labels.map((label) => ({ active: true, defaultValue: false, label, value: label }));
}

export const seedLeadStatuses = () =>
  ["Open - Not Contacted", "Working - Contacted", "Closed - Not Converted", "Closed - Converted"].map(
    (label, index) => ({
      ApiName: label,
      MasterLabel: label,
      IsConverted: label === "Closed - Converted",
      SortOrder: index + 1,
    }),
  );

export const seedStages = () =>
  ["Prospecting", "Qualification", "Negotiation/Review", "Closed Won", "Closed Lost"].map((label, index) => ({
    ApiName: label,
    MasterLabel: label,
    IsActive: true,
    IsClosed: label.startsWith("Closed"),
    IsWon: label === "Closed Won",
    SortOrder: index + 1,
  }));
