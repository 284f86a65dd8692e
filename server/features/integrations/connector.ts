import type { Text } from "#content/kept-words.ts";
import type { IntegrationId } from "#content/schema.ts";
import type { OperatorApp } from "#server/core/crm-settings.ts";
import type { ExistingPolicy } from "./integrations.values.ts";
import type { VendorFetch } from "./vendor-fetch.ts";

/** Where a CRM is reached. HubSpot has one site, Salesforce production and sandbox, Intercom three regions. Bases without a slash at the end. */
export type Site = { id: string; title: Text; apiBase: string; authBase: string };

/** A kind of record that referrals become in a CRM: `contact`, `lead`, `booking`. */
export type ObjectKind = {
  id: string;
  title: Text;
  /** Those that the CRM allows; empty where no existing contact is looked for. */
  policies: readonly ExistingPolicy[];
};

/** What a CRM calls things, as it stands at the beginning of a line, and what it does not have. */
export type Vocabulary = {
  /** “Pipeline” or what stands in for it; null: there is none, stages stand alone. */
  pipeline: Text | null;
  /** “Deal stage” or what stands in for it. */
  stage: Text;
  /** A sentence for the customer about what stands in; null where the CRM has pipelines and stages itself. */
  standsIn: Text | null;
};

export type ConnectorDefinition = {
  id: IntegrationId;
  /** The first one is the usual one. */
  sites: readonly [Site, ...Site[]];
  /** `oauth`: the customer signs in at the CRM. `tenant`: staff approve a Tenant ID, then the customer enters keys. */
  way: "oauth" | "tenant";
  /** Asked for, in the vendor's spelling; empty where the app itself has them. */
  scopes: readonly string[];
  objects: readonly [ObjectKind, ...ObjectKind[]];
  words: Vocabulary;
  /** For `tenant`: what the customer enters once they are approved. */
  credentials: readonly { name: string; label: string; secret: boolean }[];
  /** For hourly checks of one connection, well below the vendor's limits. */
  callsPerSecond: number;
};

/** What lets us in for one customer. Kept sealed. */
export type Grant = {
  accessToken: string;
  refreshToken: string | null;
  /** ISO 8601; null: it does not expire. */
  expiresAt: string | null;
  /** Granted, where the vendor says so. */
  scopes: string[] | null;
  /** Where the vendor sent us for this customer (Salesforce's instance_url); null: the site's apiBase. */
  apiBase: string | null;
  /** What the customer entered, by the definition's names; `tenantId` beside them. For `tenant` only. */
  credentials: Record<string, string> | null;
};

/** `state` and `challenge` (PKCE, S256) are made and kept by the caller. */
export type Start = { site: Site; redirectUri: string; state: string; challenge: string };
/** What came back: the callback's whole address with its state already looked up, or what was entered. */
export type Finish =
  | { kind: "callback"; site: Site; callbackUrl: URL; redirectUri: string; state: string; verifier: string }
  | { kind: "credentials"; site: Site; tenantId: string; values: Record<string, string> };

/** Everything one call needs. `grant` is fresh: refreshing is the caller's work. */
export type Call = { app: OperatorApp; site: Site; grant: Grant; fetch: VendorFetch; signal?: AbortSignal | undefined };

/** `id` tells one account from another; `url` is where the customer sees it. */
export type Account = { id: string; name: string; detail: Text | null; url: string | null };
/** `won`: reaching it means success. Inactive and archived ones are listed with `active: false`. */
export type Stage = { id: string; label: string; active: boolean; won: boolean };
export type Pipeline = { id: string; label: string; active: boolean; stages: Stage[] };
export type FieldType = "text" | "email" | "phone" | "number" | "date" | "boolean" | "choice" | "reference" | "other";
export type CrmField = {
  name: string;
  label: string;
  type: FieldType;
  /** The CRM refuses a new record without it. */
  required: boolean;
  writable: boolean;
  archived: boolean;
  options: { value: string; label: string }[];
};
/** A person whom the CRM has. `converted`: a Salesforce lead that became a contact. */
export type FoundRecord = {
  object: string;
  id: string;
  name: string | null;
  url: string | null;
  /** Stage or status as the CRM has it, where it does. */
  stage: string | null;
  createdAt: string | null;
  converted: { at: string | null; contactId: string | null; accountId: string | null } | null;
};
/** What the CRM says of the token. `scopes` null: it does not say. */
export type TokenCheck = { accountId: string | null; scopes: string[] | null; expiresAt: string | null };

/** One CRM. Every function throws VendorFault, and nothing else, for what the CRM does. */
export type Connector = {
  definition: ConnectorDefinition;
  /** Where the customer goes to let us in; null: they enter keys here. */
  begin(app: OperatorApp, start: Start): URL | null;
  finish(app: OperatorApp, fetch: VendorFetch, answer: Finish): Promise<Grant>;
  /** A new grant; the old one may be dead afterwards. Throws `revoked` when the customer has to connect again. */
  refresh(app: OperatorApp, fetch: VendorFetch, site: Site, grant: Grant): Promise<Grant>;
  /** Takes our access back at the vendor. False: the vendor has no way for it. */
  revoke(app: OperatorApp, fetch: VendorFetch, site: Site, grant: Grant): Promise<boolean>;
  check(call: Call): Promise<TokenCheck>;
  account(call: Call): Promise<Account>;
  /** What stands for pipelines and stages where `object` records are kept. Where there is no pipeline: one, with the id "". */
  pipelines(call: Call, object: string): Promise<Pipeline[]>;
  fields(call: Call, object: string): Promise<CrmField[]>;
  /** How many records of a kind this access sees, by one call. Not there: the CRM does not tell that in one. */
  count?(call: Call, object: string): Promise<number>;
  /** Every record of any kind with this address (ServiceTitan: `externalId` too), the one that a sync would take first. */
  findContact(call: Call, email: string, externalId?: string): Promise<FoundRecord[]>;
};
