import { z } from "zod";
import { keepWords, type Text } from "#content/kept-words.ts";
import type { Account, Call, CrmField, FieldType, FoundRecord, Pipeline } from "../../connector.ts";
import { VendorFault } from "../../vendor-fault.ts";
import { readJson } from "./hubspot.request.ts";
import { vocabularyWords } from "../../vocabulary.words.ts";

const Details = z.object({ portalId: z.number(), accountType: z.string(), uiDomain: z.string() });

/** An account has no name that is told; its number is what people see in HubSpot. */
export async function readAccount(call: Call): Promise<Account> {
  const details = await readJson(call, Details, { path: "/account-info/2026-09/details", scope: "oauth" });
  const id = String(details.portalId);
  const kind = KINDS[details.accountType] ?? details.accountType;
  return {
    id,
    name: `Hub ID ${id}`,
    detail: kind,
    url: `${acceptDomain(details.uiDomain)}/home?portalId=${id}`,
  };
}

const { accounts } = keepWords(vocabularyWords).hubspot;
const KINDS: Record<string, Text> = {
  STANDARD: accounts.standard,
  DEVELOPER_TEST: accounts.developerTest,
  SANDBOX: accounts.sandbox,
  APP_DEVELOPER: accounts.appDeveloper,
};

/** It becomes a link that customers follow, so it is HubSpot's. */
const acceptDomain = (domain: string): string =>
  /^[\w-]+(\.[\w-]+)*\.hubspot\.com$/.test(domain) ? `https://${domain}` : "https://app.hubspot.com";

const Pipelines = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      archived: z.boolean().default(false),
      stages: z.array(
        z.object({
          id: z.string(),
          label: z.string(),
          archived: z.boolean().default(false),
          metadata: z.record(z.string(), z.unknown()).default({}),
        }),
      ),
    }),
  ),
});

/** Contacts qualify by the stage of their deals. */
export async function readPipelines(call: Call): Promise<Pipeline[]> {
  const path = "/crm/pipelines/2026-09/deals";
  const { results } = await readJson(call, Pipelines, { path, scope: "crm.schemas.deals.read" });
  return results.map(({ id, label, archived, stages }) => ({
    id,
    label,
    active: !archived,
    stages: stages.map((stage) => ({
      id: stage.id,
      label: stage.label,
      active: !stage.archived,
      // numbers come as text; 1 is a deal that is won
      won: Number(stage.metadata["probability"]) === 1,
    })),
  }));
}

const Property = z.object({
  name: z.string(),
  label: z.string(),
  type: z.string(),
  fieldType: z.string(),
  options: z.array(z.object({ value: z.string(), label: z.string(), hidden: z.boolean().default(false) })).default([]),
  archived: z.boolean().default(false),
  calculated: z.boolean().default(false),
  modificationMetadata: z.object({ readOnlyValue: z.boolean() }).optional(),
  externalOptions: z.boolean().default(false),
});

export async function readFields(call: Call): Promise<CrmField[]> {
  const path = "/crm/properties/2026-09/contacts";
  const Properties = z.object({ results: z.array(Property) });
  const { results } = await readJson(call, Properties, { path, scope: "crm.schemas.contacts.read" });
  return results.map((property) => ({
    name: property.name,
    label: property.label,
    type: findType(property),
    // HubSpot takes a contact with any property at all
    required: false,
    writable: !property.calculated && !(property.modificationMetadata?.readOnlyValue ?? false),
    archived: property.archived,
    options: property.options.filter(({ hidden }) => !hidden).map(({ value, label }) => ({ value, label })),
  }));
}

function findType({ name, type, fieldType, externalOptions }: z.infer<typeof Property>): FieldType {
  if (name === "email") return "email";
  if (externalOptions) return "reference";
  return TYPES[fieldType] ?? TYPES[type] ?? "other";
}

const TYPES: Record<string, FieldType> = {
  phonenumber: "phone",
  booleancheckbox: "boolean",
  string: "text",
  phone_number: "phone",
  number: "number",
  date: "date",
  datetime: "date",
  bool: "boolean",
  enumeration: "choice",
};

const Contact = z.object({
  id: z.string(),
  createdAt: z.string(),
  properties: z.record(z.string(), z.string().nullable()),
});

/** Asked for by its address, not searched: what was written a moment ago is not in the search yet. */
export async function findPeople(call: Call, email: string): Promise<FoundRecord[]> {
  const path = `/crm/objects/2026-09/contacts/${encodeURIComponent(email)}?idProperty=email&properties=firstname,lastname`;
  const asked = { path, scope: "crm.objects.contacts.read" };
  const contact = await readJson(call, Contact, asked).catch((error: unknown) => {
    if (error instanceof VendorFault && error.code === "not_found") return null;
    throw error;
  });
  if (!contact) return [];
  const { id, createdAt, properties } = contact;
  const account = await readAccount(call);
  const name = [properties["firstname"], properties["lastname"]].filter(Boolean).join(" ");
  const url = account.url && new URL(`/contacts/${account.id}/record/0-1/${encodeURIComponent(id)}`, account.url).href;
  return [{ object: "contact", id, name: name || null, url, stage: null, createdAt, converted: null }];
}

/** By a search without filters, whose one contact is not read: HubSpot gives no number alone. */
export async function countContacts(call: Call): Promise<number> {
  const Counted = z.object({ total: z.number().int() });
  const path = "/crm/objects/2026-09/contacts/search";
  const asked = { path, scope: "crm.objects.contacts.read", json: { filterGroups: [], properties: [], limit: 1 } };
  return (await readJson(call, Counted, asked)).total;
}
