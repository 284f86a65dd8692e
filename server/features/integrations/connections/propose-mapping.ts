import type { CrmField, FieldType } from "../connector.ts";
import type { FieldView } from "../integrations.schema.ts";
import type { ProductField } from "../integrations.values.ts";

type Proposal = FieldView["proposal"];

/** What the fields of CRMs are called, the likeliest name first; letters and digits alone. */
const NAMES: Record<ProductField, readonly string[]> = {
  email: ["email", "emailaddress", "workemail", "primaryemail", "mail"],
  first_name: ["firstname", "givenname", "forename"],
  last_name: ["lastname", "surname", "familyname"],
  full_name: ["name", "fullname", "customername", "contactname", "displayname"],
  phone: ["phone", "phonenumber", "mobilephone", "mobile", "telephone"],
  company: ["company", "companyname", "organization", "organisation"],
  referral_code: ["referralcode", "externalid", "refcode"],
  referral_link: ["referrallink", "referralurl", "sharelink"],
  referred_by: ["referredby", "referrer", "referrername", "referredbyname"],
  campaign: ["campaign", "campaignname", "referralcampaign"],
  message: ["message", "summary", "description", "notes", "comments"],
  is_first_time: ["isfirsttimeclient", "firsttimeclient", "isnewcustomer"],
};
/** Where a record is from: the same text every time. */
const SOURCES = ["source", "leadsource"];
const SOURCE = "Referral";

/** Text takes anything; other types only what is of theirs. */
const TAKES: Partial<Record<FieldType, readonly ProductField[]>> = {
  email: ["email"],
  phone: ["phone"],
  boolean: ["is_first_time"],
};

/** What the product would put into the fields of a CRM, by name and type: each thing once, nothing where nothing fits. */
export function proposeMapping(fields: readonly CrmField[]): Map<string, Proposal> {
  const proposals = new Map<string, Proposal>();
  const open = fields.filter(({ writable, archived }) => writable && !archived);
  const free = () => open.filter(({ name }) => !proposals.has(name));
  for (const [from, names] of entriesOf(NAMES)) {
    const called = names.map((name) => free().find((field) => isCalled(field, name) && takes(field, from)));
    const typed = from === "email" ? free().find(({ type }) => type === "email") : undefined;
    const best = called.find((field) => field !== undefined) ?? typed;
    if (best) proposals.set(best.name, { from });
  }
  const source = free().find((field) => SOURCES.some((name) => isCalled(field, name)));
  const text = source && sourceText(source);
  if (source && text) proposals.set(source.name, { text });
  return proposals;
}

const isCalled = ({ name, label }: CrmField, wanted: string): boolean => [plain(name), plain(label)].includes(wanted);
const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z\d]/g, "");

const takes = ({ type }: CrmField, from: ProductField): boolean =>
  type === "text" || type === "other" || (TAKES[type]?.includes(from) ?? false);

function sourceText({ type, options }: CrmField): string | null {
  if (type === "text" || type === "other") return SOURCE;
  return options.find(({ label }) => plain(label).startsWith(plain(SOURCE)))?.value ?? null;
}

// Object.entries forgets the names of the keys
const entriesOf = (names: typeof NAMES) => Object.entries(names) as [ProductField, readonly string[]][];
