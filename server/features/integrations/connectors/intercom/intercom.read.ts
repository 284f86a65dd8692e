import { z } from "zod";
import type { Account, Call, CrmField, FieldType, FoundRecord, Pipeline } from "../../connector.ts";
import { VendorFault, vendorNotes as n } from "../../vendor-fault.ts";
import { readJson } from "./intercom.request.ts";

const PEOPLE = "Read and list users and companies";

const Me = z.object({
  email: z.string().nullish(),
  app: z.object({ id_code: z.string(), name: z.string(), region: z.string().nullish() }),
});

export async function readAccount(call: Call): Promise<Account> {
  const { email, app } = await readJson(call, Me, { path: "/me", permission: "Read admins" });
  const region = app.region?.toUpperCase();
  if (region && region !== call.site.id.toUpperCase()) {
    throw new VendorFault("wrong_account", n.otherRegion(app.name, region, region));
  }
  const detail = [region, email].filter(Boolean).join(" · ");
  return { id: app.id_code, name: app.name, detail: detail || null, url: showWorkspace(call, app.id_code) };
}

/** Where customers see a workspace; each region has its own. */
function showWorkspace({ site }: Call, workspaceId: string): string {
  const host = site.id === "us" ? "app.intercom.com" : `app.${site.id}.intercom.com`;
  return `https://${host}/a/apps/${encodeURIComponent(workspaceId)}`;
}

const Attribute = z.object({
  name: z.string(),
  full_name: z.string(),
  label: z.string().nullish(),
  data_type: z.string(),
  options: z.array(z.union([z.string(), z.object({ value: z.string() }).transform(({ value }) => value)])).nullish(),
  api_writable: z.boolean().default(false),
  archived: z.boolean().default(false),
});
type Attribute = z.infer<typeof Attribute>;

async function readAttributes(call: Call): Promise<Attribute[]> {
  const path = "/data_attributes?model=contact&include_archived=true";
  return (await readJson(call, z.object({ data: z.array(Attribute) }), { path, permission: PEOPLE })).data;
}

/** An attribute with a fixed set of values stands in for a pipeline, each value for a stage. */
export async function readPipelines(call: Call): Promise<Pipeline[]> {
  const attributes = await readAttributes(call);
  return attributes
    .filter((attribute) => attribute.api_writable && listValues(attribute).length > 0)
    .map((attribute) => ({
      id: attribute.full_name,
      label: attribute.label ?? attribute.name,
      active: !attribute.archived,
      stages: listValues(attribute).map((value) => ({
        id: value,
        label: value,
        active: !attribute.archived,
        // which value means success only the customer knows
        won: false,
      })),
    }));
}

const listValues = ({ data_type, options }: Attribute): string[] =>
  data_type === "boolean" ? ["true", "false"] : (options ?? []);

export async function readFields(call: Call): Promise<CrmField[]> {
  const attributes = await readAttributes(call);
  return attributes.map((attribute) => ({
    name: attribute.full_name,
    label: attribute.label ?? attribute.name,
    type: findType(attribute),
    // a contact may have an address, an external id or only a role: none of them has to be there
    required: false,
    writable: attribute.api_writable,
    archived: attribute.archived,
    options: (attribute.options ?? []).map((value) => ({ value, label: value })),
  }));
}

function findType({ full_name, data_type, options }: Attribute): FieldType {
  if (full_name === "email" || full_name === "phone") return full_name;
  return options?.length ? "choice" : (TYPES[data_type] ?? "other");
}

const TYPES: Record<string, FieldType> = {
  string: "text",
  integer: "number",
  float: "number",
  date: "date",
  datetime: "date",
  boolean: "boolean",
};

const Contact = z.object({
  id: z.string(),
  workspace_id: z.string(),
  role: z.string(),
  name: z.string().nullish(),
  created_at: z.number(),
});

/** Users before leads: an address can have one of each, and the user is the one that stays. */
export async function findPeople(call: Call, email: string): Promise<FoundRecord[]> {
  const { data } = await readJson(call, z.object({ data: z.array(Contact) }), {
    path: "/contacts/search",
    permission: PEOPLE,
    json: { query: { field: "email", operator: "=", value: email } },
  });
  const isLead = ({ role }: z.infer<typeof Contact>) => Number(role !== "user");
  return data
    .toSorted((a, b) => isLead(a) - isLead(b) || a.created_at - b.created_at)
    .map((contact) => ({
      object: "contact",
      id: contact.id,
      name: contact.name ?? null,
      url: `${showWorkspace(call, contact.workspace_id)}/users/${encodeURIComponent(contact.id)}`,
      stage: null,
      createdAt: new Date(contact.created_at * 1000).toISOString(),
      converted: null,
    }));
}

/** Users and leads, by the shortest page of them: Intercom gives no number alone. */
export async function countContacts(call: Call): Promise<number> {
  const Counted = z.object({ total_count: z.number().int() });
  return (await readJson(call, Counted, { path: "/contacts?per_page=1", permission: PEOPLE })).total_count;
}
