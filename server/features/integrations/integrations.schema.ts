import { z } from "zod";
import { Availability, IntegrationId } from "#content/schema.ts";
import { CheckState } from "./checks.schema.ts";
import { CONNECTION_STATES, EXISTING_POLICIES, PRODUCT_FIELDS } from "./integrations.values.ts";

const Name = z.string().min(1).max(200);
const Moment = z.iso.datetime();

/** What goes into a field of the CRM: something the product knows, or the same text every time. */
export const MappedValue = z.union([
  z.strictObject({ from: z.enum(PRODUCT_FIELDS) }),
  z.strictObject({ text: z.string().trim().min(1).max(500) }),
]);
export const FieldMapping = z.strictObject({ field: Name, value: MappedValue });
export type FieldMapping = z.infer<typeof FieldMapping>;

/** Referrers or leads: the halves are independent. */
export const HalfSettings = z.strictObject({
  /** Whether this half is sent to the CRM at all. */
  on: z.boolean(),
  object: Name.nullable(),
  pipeline: z.string().max(200).nullable(),
  stage: Name.nullable(),
  mapping: z.array(FieldMapping).max(80),
  existing: z.enum(EXISTING_POLICIES).nullable(),
});
export type HalfSettings = z.infer<typeof HalfSettings>;

export const ConnectionSettings = z.strictObject({
  referrers: HalfSettings,
  leads: HalfSettings,
  /** The stage that qualifies a referral. `null`: not chosen yet. */
  qualify: z.strictObject({ pipeline: z.string().max(200), stage: Name }).nullable(),
});
export type ConnectionSettings = z.infer<typeof ConnectionSettings>;

/** The Tenant ID's way at ServiceTitan. */
export const TenantRequest = z.object({
  tenantId: z.string(),
  state: z.enum(["waiting", "approved", "refused"]),
  /** What staff said; null while they have not. */
  note: z.string().nullable(),
  submittedAt: Moment,
  decidedAt: Moment.nullable(),
});
export type TenantRequest = z.infer<typeof TenantRequest>;

const Site = z.object({ id: z.string(), title: z.string() });
/** What a CRM has and calls it, for the setup's pages. */
export const CrmWords = z.object({
  way: z.enum(["oauth", "tenant"]),
  sites: z.array(Site),
  objects: z.array(z.object({ id: z.string(), title: z.string(), policies: z.array(z.enum(EXISTING_POLICIES)) })),
  words: z.object({ pipeline: z.string().nullable(), stage: z.string(), standsIn: z.string().nullable() }),
  credentials: z.array(z.object({ name: z.string(), label: z.string(), secret: z.boolean() })),
});
export type CrmWords = z.infer<typeof CrmWords>;

/** An integration as a customer meets it. */
export const IntegrationView = z.object({
  id: IntegrationId,
  name: z.string(),
  availability: Availability,
  /** False: the operator has no app at this vendor, so it is “not available here yet”. */
  usable: z.boolean(),
  /** null: coming soon. */
  crm: CrmWords.nullable(),
  /** The reader's own; null without a workspace, or while there is none. */
  connection: z
    .object({
      id: z.string(),
      state: z.enum(CONNECTION_STATES),
      check: z.object({ state: CheckState, at: Moment }).nullable(),
    })
    .nullable(),
  /** When the reader's workspace asked for it; coming soon only. */
  requestedAt: Moment.nullable(),
});
export type IntegrationView = z.infer<typeof IntegrationView>;

/** A workspace's link to one integration, without its secrets. */
export const ConnectionView = z.object({
  id: z.string(),
  integration: IntegrationId,
  site: z.string(),
  state: z.enum(CONNECTION_STATES),
  account: z.object({ id: z.string(), name: z.string(), url: z.string().nullable() }).nullable(),
  connectedAt: Moment.nullable(),
  tenant: TenantRequest.nullable(),
  draft: ConnectionSettings,
  /** Goes up with each change of the draft; sent along with the next one. */
  version: z.number().int(),
  /** What the product works by; null until it is saved once. */
  saved: ConnectionSettings.nullable(),
  savedAt: Moment.nullable(),
  crm: CrmWords,
});
export type ConnectionView = z.infer<typeof ConnectionView>;

export const ConnectionInput = z.strictObject({ integration: IntegrationId, site: Name.optional() });
export const DraftInput = z.strictObject({ version: z.number().int().min(0), draft: ConnectionSettings });
export const SaveInput = z.strictObject({ version: z.number().int().min(0) });
export const TenantInput = z.strictObject({
  tenantId: z
    .string()
    .trim()
    .regex(/^\d{4,20}$/, "a Tenant ID is a number of 4 to 20 digits"),
});
export const CredentialsInput = z.strictObject({ values: z.record(z.string().max(60), z.string().trim().max(500)) });
export const ConnectInput = z.strictObject({
  site: Name.optional(),
  /** Where the customer comes back to; without it, the integration's setup. */
  returnTo: z
    .string()
    .max(600)
    .regex(/^\/(?![/\\])[^\s\\]*$/, "use the path of a page of this hub, such as /setup/hubspot/")
    .optional(),
  /** True: the customer has agreed to change over to another account of the CRM than the one of before. */
  otherAccount: z.boolean().default(false),
});
/** Where the customer goes to let us in. */
export const ConnectReply = z.object({ url: z.string() });
export const AccessRequestInput = z.strictObject({ integration: IntegrationId, email: z.email().max(254).optional() });

const StageView = z.object({ id: z.string(), label: z.string(), active: z.boolean(), won: z.boolean() });
export const FieldView = z.object({
  name: z.string(),
  label: z.string(),
  type: z.enum(["text", "email", "phone", "number", "date", "boolean", "choice", "reference", "other"]),
  required: z.boolean(),
  writable: z.boolean(),
  archived: z.boolean(),
  options: z.array(z.object({ value: z.string(), label: z.string() })),
  /** What the product would put here, by name and type. */
  proposal: MappedValue.nullable(),
});
export type FieldView = z.infer<typeof FieldView>;
/** What the pickers of one half are filled with, from the customer's own CRM. */
export const CrmOptions = z.object({
  object: z.string(),
  pipelines: z.array(z.object({ id: z.string(), label: z.string(), active: z.boolean(), stages: z.array(StageView) })),
  fields: z.array(FieldView),
});
export type CrmOptions = z.infer<typeof CrmOptions>;
/** How many records of a kind the customer's own CRM shows; null: it does not say. */
export const CrmCount = z.object({ object: z.string(), count: z.number().int().nullable() });
export type CrmCount = z.infer<typeof CrmCount>;
