import { randomBytes } from "node:crypto";

/** Records as Intercom keeps them; times in seconds. */
export type IntercomContact = {
  id: string;
  role: "user" | "lead";
  email: string;
  name: string | null;
  created_at: number;
  updated_at: number;
  custom_attributes: Record<string, string>;
};

export function makePerson(email: string, own: Partial<IntercomContact> = {}): IntercomContact {
  const at = 1_793_610_000;
  const id = randomBytes(12).toString("hex");
  return { id, role: "user", email, name: "Ada", created_at: at, updated_at: at, custom_attributes: {}, ...own };
}

export type IntercomAttribute = {
  type: "data_attribute";
  name: string;
  full_name: string;
  label: string;
  data_type: string;
  options?: { value: string }[];
  api_writable: boolean;
  custom: boolean;
  archived: boolean;
  model: "contact";
};

export const describeAttribute = (
  fullName: string,
  label: string,
  own: Partial<IntercomAttribute> = {},
): IntercomAttribute => ({
  type: "data_attribute",
  name: fullName.replace("custom_attributes.", ""),
  full_name: fullName,
  label,
  data_type: "string",
  api_writable: true,
  custom: fullName.startsWith("custom_attributes."),
  archived: false,
  model: "contact",
  ...own,
});

export const seedAttributes = (): IntercomAttribute[] => [
  describeAttribute("name", "Name"),
  describeAttribute("email", "Email"),
  describeAttribute("phone", "Phone"),
  describeAttribute("external_id", "User ID"),
  describeAttribute("created_at", "First seen", { data_type: "date", api_writable: false }),
  describeAttribute("location.country", "Country", { api_writable: false }),
  describeAttribute("unsubscribed_from_emails", "Unsubscribed from emails", { data_type: "boolean" }),
  describeAttribute("custom_attributes.referral_code", "Referral code"),
  describeAttribute("custom_attributes.referral_link", "Referral link"),
  describeAttribute("custom_attributes.referred_by", "Referred by"),
  describeAttribute("custom_attributes.referral_count", "Referral count", { data_type: "integer" }),
  describeAttribute("custom_attributes.referral_stage", "Referral stage", {
    options: ["New", "Talking", "Won", "Lost"].map((value) => ({ value })),
  }),
];
