import { z } from "zod";
import type { Account, Call, CrmField, FieldType, Pipeline } from "../../connector.ts";
import { VendorFault, vendorNotes as n } from "../../vendor-fault.ts";
import { apiBase, describeObject, query, readJson } from "./salesforce.request.ts";

const Organization = z.object({
  Id: z.string(),
  Name: z.string(),
  InstanceName: z.string().nullable(),
  IsSandbox: z.boolean(),
});

export async function readAccount(call: Call): Promise<Account> {
  const [[organization], login] = await Promise.all([
    query(call, Organization, "SELECT Id,Name,InstanceName,IsSandbox FROM Organization LIMIT 1"),
    readLogin(call),
  ]);
  if (!organization) throw new VendorFault("unreadable", n.noOrganization);
  const kind = organization.IsSandbox ? "sandbox" : "production";
  if (kind !== call.site.id) {
    throw new VendorFault(
      "wrong_account",
      organization.IsSandbox ? n.isSandbox(organization.Name) : n.isProduction(organization.Name),
    );
  }
  const detail = [kind, organization.InstanceName, login].filter((part) => part !== null).join(" · ");
  return { id: organization.Id, name: organization.Name, detail, url: apiBase(call) };
}

/** Whose eyes we see with. Some apps may not ask for it, and nothing depends on it. */
async function readLogin(call: Call): Promise<string | null> {
  try {
    const Login = z.object({ preferred_username: z.string() });
    return (await readJson(call, Login, "/services/oauth2/userinfo")).preferred_username;
  } catch (error) {
    if (error instanceof VendorFault) return null;
    throw error;
  }
}

const LeadStatus = z.object({ ApiName: z.string(), MasterLabel: z.string() });
const OpportunityStage = z.object({
  ApiName: z.string(),
  MasterLabel: z.string(),
  IsActive: z.boolean(),
  IsWon: z.boolean(),
});

/** There are no pipelines: leads have a status, and contacts the stages of their opportunities. */
export async function readPipelines(call: Call, object: string): Promise<Pipeline[]> {
  if (object === "lead") {
    const found = await query(call, LeadStatus, "SELECT ApiName,MasterLabel FROM LeadStatus ORDER BY SortOrder");
    const stages = found.map((status) => ({
      id: status.ApiName,
      label: status.MasterLabel,
      active: true,
      won: false, // a converted lead can no longer be followed,
    }));
    return [{ id: "", label: "Lead Status", active: true, stages }];
  }
  const soql = "SELECT ApiName,MasterLabel,IsActive,IsWon FROM OpportunityStage ORDER BY SortOrder";
  const found = await query(call, OpportunityStage, soql);
  const stages = found.map((stage) => ({
    id: stage.ApiName,
    label: stage.MasterLabel,
    active: stage.IsActive,
    won: stage.IsWon,
  }));
  return [{ id: "", label: "Opportunity stages", active: true, stages }];
}

const Described = z.object({
  fields: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      type: z.string(),
      createable: z.boolean(),
      updateable: z.boolean(),
      nillable: z.boolean(),
      defaultedOnCreate: z.boolean(),
      deprecatedAndHidden: z.boolean().default(false),
      picklistValues: z
        .array(z.object({ active: z.boolean(), label: z.string().nullable(), value: z.string() }))
        .default([]),
    }),
  ),
});

export async function readFields(call: Call, object: string): Promise<CrmField[]> {
  const { fields } = await describeObject(call, Described, object === "lead" ? "Lead" : "Contact");
  return fields.map((field) => ({
    name: field.name,
    label: field.label,
    type: TYPES[field.type] ?? "other",
    required: field.createable && !field.nillable && !field.defaultedOnCreate,
    writable: field.createable && field.updateable,
    archived: field.deprecatedAndHidden,
    options: field.picklistValues
      .filter(({ active }) => active)
      .map(({ value, label }) => ({ value, label: label ?? value })),
  }));
}

const TYPES: Record<string, FieldType> = {
  string: "text",
  textarea: "text",
  encryptedstring: "text",
  combobox: "text",
  url: "text",
  email: "email",
  phone: "phone",
  int: "number",
  long: "number",
  double: "number",
  currency: "number",
  percent: "number",
  date: "date",
  datetime: "date",
  boolean: "boolean",
  picklist: "choice",
  multipicklist: "choice",
  reference: "reference",
  id: "reference",
};
