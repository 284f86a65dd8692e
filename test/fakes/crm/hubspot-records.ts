/** Records as HubSpot keeps them. */
export type HubSpotContact = {
  id: string;
  createdAt: string;
  updatedAt: string;
  archived: boolean;
  properties: Record<string, string | null>;
};

let contacts = 0;
export function makeContact(email: string, own: Record<string, string | null> = {}): HubSpotContact {
  const at = "2026-11-02T09:00:00.000Z";
  const properties = { email, firstname: "Ada", lastname: null, createdate: at, ...own };
  return { id: String(1000 + ++contacts), createdAt: at, updatedAt: at, archived: false, properties };
}

export type HubSpotProperty = {
  name: string;
  label: string;
  type: string;
  fieldType: string;
  options: { value: string; label: string; displayOrder: number; hidden: boolean }[];
  archived: boolean;
  calculated: boolean;
  externalOptions: boolean;
  modificationMetadata: { readOnlyValue: boolean; readOnlyDefinition: boolean; archivable: boolean };
};

export const describeProperty = (
  name: string,
  label: string,
  [type, fieldType]: [string, string],
  own: Partial<HubSpotProperty> = {},
): HubSpotProperty => ({
  name,
  label,
  type,
  fieldType,
  options: [],
  archived: false,
  calculated: false,
  externalOptions: false,
  modificationMetadata: { readOnlyValue: false, readOnlyDefinition: true, archivable: true },
  ...own,
});

const readOnly = { modificationMetadata: { readOnlyValue: true, readOnlyDefinition: true, archivable: false } };
const choices = (...values: [string, string][]) =>
  values.map(([value, label], displayOrder) => ({ value, label, displayOrder, hidden: false }));

export const seedProperties = (): HubSpotProperty[] => [
  describeProperty("email", "Email", ["string", "text"]),
  describeProperty("firstname", "First Name", ["string", "text"]),
  describeProperty("lastname", "Last Name", ["string", "text"]),
  describeProperty("phone", "Phone Number", ["string", "phonenumber"]),
  describeProperty("company", "Company Name", ["string", "text"]),
  describeProperty("message", "Message", ["string", "textarea"]),
  describeProperty("lifecyclestage", "Lifecycle Stage", ["enumeration", "radio"], {
    options: choices(["subscriber", "Subscriber"], ["lead", "Lead"], ["customer", "Customer"]),
  }),
  describeProperty("hubspot_owner_id", "Contact owner", ["enumeration", "select"], { externalOptions: true }),
  describeProperty("createdate", "Create Date", ["datetime", "date"], readOnly),
  describeProperty("hs_full_name_or_email", "Full name or email", ["string", "calculation_equation"], {
    calculated: true,
  }),
  describeProperty("referral_code", "Referral code", ["string", "text"]),
  describeProperty("referral_link", "Referral link", ["string", "text"]),
  describeProperty("referred_by", "Referred by", ["string", "text"]),
  describeProperty("first_time_customer", "First-time customer", ["bool", "booleancheckbox"], {
    options: choices(["true", "Yes"], ["false", "No"]),
  }),
];

/** Numbers in the metadata are text. */
const stage = (id: string, label: string, probability: string, archived = false) => ({
  id,
  label,
  archived,
  metadata: { isClosed: String(["0.0", "1.0"].includes(probability)), probability },
});

export const seedPipelines = () => [
  {
    id: "default",
    label: "Sales Pipeline",
    archived: false,
    displayOrder: 0,
    stages: [
      stage("appointmentscheduled", "Appointment Scheduled", "0.2"),
      stage("qualifiedtobuy", "Qualified To Buy", "0.4"),
      stage("contractsent", "Contract Sent", "0.9"),
      stage("closedwon", "Closed Won", "1.0"),
      stage("closedlost", "Closed Lost", "0.0"),
    ],
  },
  {
    id: "7391",
    label: "Referrals",
    archived: false,
    displayOrder: 1,
    stages: [stage("7392", "New referral", "0.1"), stage("7393", "Won", "1.0")],
  },
];
