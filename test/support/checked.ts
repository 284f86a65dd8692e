import { say } from "#content/kept-words.ts";
import type { CheckResult } from "#server/features/integrations/checks.schema.ts";
import type { Call, Connector, ConnectorDefinition, Pipeline } from "#server/features/integrations/connector.ts";
import { checkConnection } from "#server/features/integrations/checks/check-connection.ts";
import type { Subject } from "#server/features/integrations/checks/subject.ts";
import type { ConnectionSettings, HalfSettings } from "#server/features/integrations/integrations.schema.ts";
import { VendorFault } from "#server/features/integrations/vendor-fault.ts";
import { crmField } from "./crm-field.ts";

/** A CRM with pipelines, contacts and leads, in which everything is in order until a test says otherwise. */
export const definition: ConnectorDefinition = {
  id: "hubspot",
  sites: [{ id: "main", title: "HubSpot", apiBase: "http://127.0.0.1:9", authBase: "http://127.0.0.1:9" }],
  way: "oauth",
  scopes: ["contacts.read", "deals.read"],
  objects: [
    { id: "contact", title: "Contact", policies: ["update", "skip"] },
    { id: "lead", title: "Lead", policies: ["update", "skip", "duplicate"] },
  ],
  words: { pipeline: "Pipeline", stage: "Deal stage", standsIn: null },
  credentials: [],
  callsPerSecond: 5,
};

const half: HalfSettings = {
  on: true,
  object: "contact",
  pipeline: "sales",
  stage: "new",
  mapping: [
    { field: "email", value: { from: "email" } },
    { field: "source", value: { text: "Referral" } },
  ],
  existing: "update",
};
export const settings: ConnectionSettings = {
  referrers: { ...half, on: false },
  leads: half,
  qualify: { pipeline: "sales", stage: "won" },
};

export const pipelines: Pipeline[] = [
  {
    id: "sales",
    label: "Sales",
    active: true,
    stages: [
      { id: "new", label: "New", active: true, won: false },
      { id: "won", label: "Won", active: true, won: true },
      { id: "old", label: "Old", active: false, won: false },
    ],
  },
  { id: "past", label: "Past", active: false, stages: [{ id: "then", label: "Then", active: true, won: false }] },
];

export const subject: Subject = {
  definition,
  name: "HubSpot",
  state: "connected",
  account: { id: "acc-1", name: "Acme" },
  settings,
  saved: "saved",
  hasApp: true,
  vendor: { state: "operational", seenAt: "2026-11-25T12:03:00.000Z" },
  webhook: { state: "sent", at: new Date("2026-11-25T10:00:00Z") },
};

export const fault = (...args: ConstructorParameters<typeof VendorFault>) => new VendorFault(...args);

const notUsed = () => Promise.reject(new Error("a check does not need this"));
export const connector: Connector = {
  definition,
  begin: () => null,
  finish: notUsed,
  refresh: notUsed,
  revoke: notUsed,
  check: async () => ({ accountId: "acc-1", scopes: ["contacts.read", "deals.read"], expiresAt: null }),
  account: async () => ({ id: "acc-1", name: "Acme", detail: "EU", url: null }),
  pipelines: async () => pipelines,
  fields: async () => [crmField("email", { type: "email", required: true, label: "Email" }), crmField("source")],
  findContact: async () => [],
};

export const call: Call = {
  app: { clientId: "id", clientSecret: "secret", appKey: "" },
  site: definition.sites[0],
  grant: { accessToken: "t", refreshToken: null, expiresAt: null, scopes: null, apiBase: null, credentials: null },
  fetch: notUsed,
};

type Instead = {
  subject?: Partial<Subject>;
  connector?: Partial<Connector>;
  leads?: Partial<HalfSettings>;
  /** In place of opening the connection. */
  open?: () => Promise<Call>;
};

/** Every finding of a check by its fact, in the language that is spoken, and what was thrown at us. */
export async function check(instead: Instead = {}, signal = new AbortController().signal) {
  const mistakes: unknown[] = [];
  const own = {
    ...subject,
    settings: { ...settings, leads: { ...settings.leads, ...instead.leads } },
    ...instead.subject,
  };
  const checked = {
    subject: own,
    connector: { ...connector, ...instead.connector },
    ask: async <T>(work: (call: Call) => Promise<T>, over: AbortSignal) =>
      work({ ...((await instead.open?.()) ?? call), signal: over }),
    onMistake: (error: unknown) => void mistakes.push(error),
  };
  const findings: Omit<CheckResult, "explained">[] = [];
  for await (const { title, seen, todo, ...finding } of checkConnection(checked, signal))
    findings.push({ ...finding, title: say(title), seen: say(seen), todo: todo && say(todo) });
  return { findings, mistakes, of: (fact: string) => findings.find((finding) => finding.fact === fact) };
}
