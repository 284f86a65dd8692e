import type { Page, Route } from "@playwright/test";
import type { CheckResult, ConnectionCheck, Trace } from "#server/features/integrations/checks.schema.ts";
import type {
  ConnectionSettings,
  ConnectionView,
  CrmOptions,
  CrmWords,
  FieldView,
  IntegrationView,
} from "#server/features/integrations/integrations.schema.ts";
import { eventStream } from "./event-stream.ts";

export const NOON = "2026-11-25T12:00:00.000Z";
const EMPTY_HALF = { on: true, object: "contact", pipeline: null, stage: null, mapping: [], existing: null };
export const NO_SETTINGS: ConnectionSettings = { referrers: EMPTY_HALF, leads: EMPTY_HALF, qualify: null };
const FULL_HALF: ConnectionSettings["leads"] = {
  on: true,
  object: "contact",
  pipeline: "sales",
  stage: "new",
  mapping: [{ field: "email", value: { from: "email" } }],
  existing: "update",
};
export const ALL_SETTINGS: ConnectionSettings = {
  referrers: FULL_HALF,
  leads: FULL_HALF,
  qualify: { pipeline: "sales", stage: "won" },
};

export const HUBSPOT: CrmWords = {
  way: "oauth",
  sites: [{ id: "default", title: "HubSpot" }],
  objects: [{ id: "contact", title: "Contact", policies: ["update", "skip"] }],
  words: { pipeline: "Pipeline", stage: "Deal stage", standsIn: null },
  credentials: [],
};
export const SALESFORCE: CrmWords = {
  way: "oauth",
  sites: [
    { id: "production", title: "Live Salesforce" },
    { id: "sandbox", title: "A sandbox" },
  ],
  objects: [
    { id: "lead", title: "Lead", policies: ["update", "skip", "duplicate"] },
    { id: "contact", title: "Contact", policies: ["update", "skip", "duplicate"] },
  ],
  words: { pipeline: null, stage: "Opportunity stage", standsIn: "Salesforce has no pipelines: stages stand alone." },
  credentials: [],
};
export const SERVICETITAN: CrmWords = {
  way: "tenant",
  sites: [{ id: "production", title: "ServiceTitan" }],
  objects: [{ id: "booking", title: "Booking", policies: [] }],
  words: { pipeline: null, stage: "Booking status", standsIn: "In ServiceTitan, the status of a booking stands in." },
  credentials: [
    { name: "clientId", label: "Client ID", secret: false },
    { name: "clientSecret", label: "Client Secret", secret: true },
    { name: "bookingProvider", label: "Booking Provider Value", secret: false },
  ],
};

const field = (name: string, label: string, rest: Partial<FieldView> = {}): FieldView => ({
  name,
  label,
  type: "text",
  required: false,
  writable: true,
  archived: false,
  options: [],
  proposal: null,
  ...rest,
});
const stage = (id: string, label: string, won = false) => ({ id, label, active: true, won });
export const OPTIONS: CrmOptions = {
  object: "contact",
  pipelines: [
    { id: "sales", label: "Sales", active: true, stages: [stage("new", "New"), stage("won", "Closed won", true)] },
    { id: "partners", label: "Partners", active: true, stages: [stage("met", "Met")] },
  ],
  fields: [
    field("email", "E-mail", { type: "email", required: true, proposal: { from: "email" } }),
    field("firstname", "First name", { proposal: { from: "first_name" } }),
    field("phone", "Phone number", { type: "phone", proposal: { from: "phone" } }),
    field("source", "Lead source", { type: "choice", options: [{ value: "referral", label: "Referral" }] }),
    field("city", "City"),
    field("score", "Score", { writable: false }),
    field("old", "Old field", { archived: true }),
  ],
};

export const fact = (name: string, rest: Partial<CheckResult> = {}): CheckResult => ({
  fact: name,
  title: `The ${name}`,
  state: "ok",
  code: "ok",
  seen: "It is there.",
  todo: null,
  explained: null,
  ...rest,
});
export const aCheck = (...results: CheckResult[]): ConnectionCheck => ({
  id: "chk_1",
  at: NOON,
  state:
    results.find(({ state }) => state === "failed")?.state ??
    results.find(({ state }) => state !== "ok")?.state ??
    "ok",
  by: "customer",
  results,
});
export const SKIPPED: Trace = {
  id: "trc_1",
  at: NOON,
  email: "ada@example.com",
  as: "lead",
  outcome: "skip",
  code: "skip_existing",
  says: "HubSpot has this person already, and Leads are set to “Do nothing”: this referral will never qualify.",
  todo: "Choose “Update” in Leads.",
  facts: [
    { title: "Existing contacts: Do nothing", detail: "in Leads", kind: "setting", url: null },
    { title: "Contact 101", detail: "since 2024", kind: "record", url: "https://app.hubspot.com/contacts/1/101" },
  ],
  explained: { title: "Duplicates and existing contacts", url: "/articles/syncing/duplicates-and-existing-contacts/" },
};

type Answer = { status?: number; json?: unknown };
/** A server that answers as the API's schemas say, and keeps what it is told. Tests change its parts. */
export class FakeSetup {
  signedIn = true;
  ways = { mail: true, product: true };
  views: IntegrationView[] = [];
  connection: ConnectionView | null = null;
  options: CrmOptions | null = OPTIONS;
  count: number | null = 12_431;
  results: CheckResult[] = [fact("token"), fact("scopes")];
  checks: ConnectionCheck[] = [];
  trace: Trace = SKIPPED;
  /** Answers that come before all others, by `METHOD /path` without the connection's address. */
  readonly says = new Map<string, Answer>();
  readonly heard: { what: string; body: unknown }[] = [];

  constructor(crm: CrmWords = HUBSPOT, id: IntegrationView["id"] = "hubspot", name = "HubSpot") {
    this.views = [
      { id, name, availability: "live", usable: true, crm, connection: null, requestedAt: null },
      {
        id: "zoho",
        name: "Zoho",
        availability: "coming_soon",
        usable: false,
        crm: null,
        connection: null,
        requestedAt: null,
      },
    ];
  }

  /** A connection of the reader's. */
  connect(change: Partial<ConnectionView> = {}): ConnectionView {
    const [view] = this.views;
    if (!view?.crm) throw new Error("Only an integration that is live can be connected");
    this.connection = {
      id: "con_1",
      integration: view.id,
      site: view.crm.sites[0]?.id ?? "default",
      state: "connected",
      account: { id: "1", name: "Acme", url: "https://app.hubspot.com/" },
      connectedAt: NOON,
      tenant: null,
      draft: NO_SETTINGS,
      version: 1,
      saved: null,
      savedAt: null,
      crm: view.crm,
      ...change,
    };
    return this.connection;
  }

  async serve(page: Page): Promise<this> {
    await page.route("**/api/{me,session,integrations,access-requests,connections,connections/**}", (route) =>
      this.#answer(route),
    );
    return this;
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request();
    const path = new URL(request.url()).pathname.replace(/^\/api/, "").replace("/connections/con_1", "/own");
    const what = `${request.method()} ${path}`;
    const body: unknown = request.postDataJSON();
    this.heard.push({ what, body });
    if (what === "GET /own/check" && !this.says.has(what)) return this.#stream(route);
    const { status = 200, json } = this.says.get(what) ?? this.#reply(what, body);
    await (status === 204 ? route.fulfill({ status }) : route.fulfill({ status, json }));
  }

  #reply(what: string, body: unknown): Answer {
    const { connection } = this;
    switch (what) {
      case "GET /me":
        return { json: { customer: this.signedIn ? CUSTOMER : null, ways: this.ways } };
      case "POST /session":
        this.signedIn = true;
        return { json: { customer: CUSTOMER, ways: this.ways } };
      case "DELETE /session":
        this.signedIn = false;
        return { status: 204 };
      case "GET /integrations":
        return { json: { integrations: this.#views() } };
      case "POST /access-requests":
        return { status: 201, json: { integration: "zoho", at: NOON } };
      case "POST /connections":
        return { status: 201, json: this.connect({ state: "new", account: null, connectedAt: null }) };
      case "GET /own/checks":
        return { json: { checks: this.checks } };
      case "GET /own/options":
        return this.options
          ? { json: this.options }
          : { status: 503, json: problem("The CRM did not answer in time.") };
      case "GET /own/count":
        return { json: { object: "contact", count: this.count } };
      case "POST /own/trace":
        return { json: this.trace };
      case "DELETE /own":
        this.connection = null;
        return { status: 204 };
    }
    return connection ? { json: this.#change(connection, what, body) } : { status: 404, json: problem("Not found") };
  }

  #change(connection: ConnectionView, what: string, body: unknown): unknown {
    if (what === "POST /own/connect") return { url: `/setup/${connection.integration}/?connected=1#connect` };
    if (what === "PUT /own/draft") {
      const { draft } = body as { draft: ConnectionSettings }; // as the page sends it
      return this.connect({ ...connection, draft, version: connection.version + 1 });
    }
    if (what === "POST /own/save") return this.connect({ ...connection, saved: connection.draft, savedAt: NOON });
    if (what === "POST /own/tenant") {
      const { tenantId } = body as { tenantId: string };
      const tenant = { tenantId, state: "waiting" as const, note: null, submittedAt: NOON, decidedAt: null };
      return this.connect({ ...connection, state: "waiting", tenant });
    }
    if (what === "POST /own/credentials") return this.connect({ ...connection, state: "connected" });
    return connection;
  }

  #views(): IntegrationView[] {
    const { connection } = this;
    const [check] = this.checks;
    if (!connection || !this.signedIn) return this.views;
    const own = {
      id: connection.id,
      state: connection.state,
      check: check ? { state: check.state, at: check.at } : null,
    };
    return this.views.map((view) => (view.id === connection.integration ? { ...view, connection: own } : view));
  }

  async #stream(route: Route): Promise<void> {
    const check = aCheck(...this.results);
    this.checks = [check, ...this.checks];
    const events = [...this.results.map((result) => ["result", result] as const), ["done", check] as const];
    await route.fulfill(eventStream(events));
  }
}

const CUSTOMER = {
  email: "ada@example.com",
  name: "Ada",
  workspace: { id: "acme", name: "Acme" },
  several: false,
};
export const problem = (detail: string, rest: Record<string, unknown> = {}) => ({
  code: "unavailable",
  detail,
  ...rest,
});
