import type { CheckResult, ConnectionCheck, Trace } from "#server/features/integrations/checks.schema.ts";
import type { DeskConnectionDetail } from "#server/features/integrations/desk.schema.ts";
import type {
  ConnectionView,
  HalfSettings,
  IntegrationView,
} from "#server/features/integrations/integrations.schema.ts";

const AT = "2026-11-24T09:10:00.000Z";
const EARLIER = "2026-11-20T08:00:00.000Z";

const result = (fact: string, title: string, more: Partial<CheckResult> = {}): CheckResult => ({
  fact,
  title,
  state: "ok",
  code: "ok",
  seen: "as it should be",
  todo: null,
  explained: null,
  ...more,
});

const GONE = result("stage:referrers", "Referrers: stage", {
  state: "failed",
  code: "stage_gone",
  seen: "“partner_lead” is not in the pipeline any more",
  todo: "Choose another stage in the setup.",
  explained: { title: "Contacts that do not arrive", url: "/articles/syncing/contacts-not-syncing/" },
});

const check = (id: string, at: string, more: Partial<ConnectionCheck>): ConnectionCheck => ({
  id,
  at,
  state: "ok",
  by: "hub",
  results: [result("token", "Access"), result("stage:referrers", "Referrers: stage", { seen: "“partner_lead”" })],
  ...more,
});

const newChecks = () => [
  check("chk_now", AT, { state: "failed", by: "customer", results: [result("token", "Access"), GONE] }),
  check("chk_then", EARLIER, {}),
];

const HALF: HalfSettings = {
  on: true,
  object: "contact",
  pipeline: "default",
  stage: "partner_lead",
  existing: "skip",
  mapping: [
    { field: "email", value: { from: "email" } },
    { field: "lead_source", value: { text: "Referral" } },
  ],
};

const CRM: ConnectionView["crm"] = {
  way: "oauth",
  sites: [{ id: "main", title: "HubSpot" }],
  objects: [{ id: "contact", title: "Contact", policies: ["update", "skip"] }],
  words: { pipeline: "Pipeline", stage: "Deal stage", standsIn: null },
  credentials: [],
};

function detail(id: string, company: string, more: Partial<DeskConnectionDetail>): DeskConnectionDetail {
  const settings = { referrers: HALF, leads: { ...HALF, on: false }, qualify: { pipeline: "default", stage: "won" } };
  const shared = { id, integration: "hubspot", state: "connected", tenant: null, savedAt: AT, ...more } as const;
  return {
    workspace: { id: `wsp_${id}`, name: company },
    accountName: "Acme EU",
    ownerEmail: "ada@example.com",
    check: { state: "failed", at: AT },
    updatedAt: AT,
    checks: newChecks(),
    events: [{ at: AT, who: "ada@example.com", what: "saved", detail: null }],
    ...shared,
    view: {
      ...shared,
      site: "main",
      account: { id: "4711", name: "Acme EU", url: "https://app.example.com/4711" },
      connectedAt: EARLIER,
      draft: settings,
      version: 3,
      saved: settings,
      crm: CRM,
    },
  };
}

const TENANT = { tenantId: "987654321", state: "waiting", note: null, submittedAt: EARLIER, decidedAt: null } as const;

/** A Tenant ID that waits, and a connection whose stage is gone. */
export const newConnections = (): DeskConnectionDetail[] => [
  detail("con_waits", "Solar Roofing", {
    integration: "servicetitan",
    state: "waiting",
    accountName: null,
    check: null,
    tenant: TENANT,
    savedAt: null,
    checks: [],
    events: [],
  }),
  detail("con_fails", "Acme", {}),
];

export const TRACE: Trace = {
  id: "trc_1",
  at: AT,
  email: "grace@example.com",
  as: "referrer",
  outcome: "skip",
  code: "skip_existing",
  says: "HubSpot has this contact and the policy is “Do nothing”: it would be skipped, and never qualify.",
  todo: "Choose “Update” if such contacts are to be sent.",
  facts: [
    { title: "Contact in HubSpot", detail: "since 9 March 2026", kind: "record", url: "https://app.example.com/c/1" },
    { title: "Existing contacts", detail: "Do nothing", kind: "setting", url: null },
  ],
  explained: null,
};

const offered = (id: IntegrationView["id"], name: string, more: Partial<IntegrationView> = {}): IntegrationView => ({
  id,
  name,
  availability: "live",
  usable: true,
  crm: CRM,
  connection: null,
  requestedAt: null,
  ...more,
});

export const INTEGRATIONS: IntegrationView[] = [
  offered("hubspot", "HubSpot"),
  offered("servicetitan", "ServiceTitan"),
  offered("intercom", "Intercom", { usable: false }),
  offered("zoho", "Zoho", { availability: "coming_soon", crm: null, usable: false }),
];
