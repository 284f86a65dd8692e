import { keepWords } from "#content/kept-words.ts";
import type {
  Account,
  Connector,
  ConnectorDefinition,
  CrmField,
  Grant,
  Pipeline,
} from "#server/features/integrations/connector.ts";
import { vocabularyWords } from "#server/features/integrations/vocabulary.words.ts";
import { crmField } from "./crm-field.ts";

const { hubspot: vocabulary, kinds } = keepWords(vocabularyWords);

const hubspot: ConnectorDefinition = {
  id: "hubspot",
  sites: [{ id: "main", title: "HubSpot", apiBase: "http://127.0.0.1:9", authBase: "http://127.0.0.1:9/auth" }],
  way: "oauth",
  scopes: ["contacts.read"],
  objects: [{ id: "contact", title: kinds.contact, policies: ["update", "skip"] }],
  words: { pipeline: vocabulary.pipeline, stage: vocabulary.stage, standsIn: null },
  credentials: [],
  callsPerSecond: 50,
};

/** ServiceTitan's way: a Tenant ID that staff approve, then keys that the customer enters. */
export const tenantDefinition: ConnectorDefinition = {
  ...hubspot,
  id: "servicetitan",
  sites: [{ id: "main", title: "ServiceTitan", apiBase: "http://127.0.0.1:9", authBase: "http://127.0.0.1:9/auth" }],
  way: "tenant",
  objects: [{ id: "booking", title: "Booking", policies: [] }],
  words: { pipeline: null, stage: "Booking status", standsIn: "ServiceTitan has no pipelines." },
  credentials: [
    { name: "clientId", label: "Client ID", secret: false },
    { name: "clientSecret", label: "Client Secret", secret: true },
  ],
};

type Call = { name: string; grant: Grant | null };

/** A CRM in memory: a test says what it answers, and sees what it was asked. An answer that is a function is called, and may throw. */
export function createFakeConnector(definition: ConnectorDefinition = hubspot) {
  let issued = 0;
  const calls: Call[] = [];
  const answers = {
    account: (): Account => ({ id: "acc-1", name: "Acme", detail: null, url: "https://crm.example.com/acc-1" }),
    grant: (): Partial<Grant> => ({}),
    pipelines: (): Pipeline[] => [
      {
        id: "sales",
        label: "Sales",
        active: true,
        stages: [
          { id: "new", label: "New", active: true, won: false },
          { id: "won", label: "Won", active: true, won: true },
        ],
      },
    ],
    fields: (): CrmField[] => [
      crmField("email", { label: "Email", type: "email", required: true }),
      crmField("firstname", { label: "First name" }),
    ],
    count: (): number => 3,
    refresh: async (_grant: Grant): Promise<void> => {},
    revoke: async (): Promise<boolean> => true,
    check: () => ({ accountId: "acc-1" as string | null, scopes: ["contacts.read"], expiresAt: null }),
  };
  const issue = (): Grant => {
    issued++;
    return {
      accessToken: `access-${issued}`,
      refreshToken: `refresh-${issued}`,
      expiresAt: null,
      scopes: null,
      apiBase: null,
      credentials: null,
      ...answers.grant(),
    };
  };
  const asked = (name: string, grant: Grant | null) => void calls.push({ name, grant });
  const connector: Connector = {
    definition,
    begin(_app, { site, redirectUri, state, challenge }) {
      if (definition.way === "tenant") return null;
      const query = new URLSearchParams({ redirect_uri: redirectUri, state, code_challenge: challenge });
      return new URL(`${site.authBase}/authorize?${query}`);
    },
    async finish(_app, _fetch, answer) {
      asked("finish", null);
      const granted = issue();
      return answer.kind === "credentials"
        ? { ...granted, credentials: { ...answer.values, tenantId: answer.tenantId } }
        : granted;
    },
    async refresh(_app, _fetch, _site, grant) {
      asked("refresh", grant);
      await answers.refresh(grant);
      return { ...issue(), credentials: grant.credentials };
    },
    async revoke(_app, _fetch, _site, grant) {
      asked("revoke", grant);
      return answers.revoke();
    },
    async check({ grant }) {
      asked("check", grant);
      return answers.check();
    },
    async account({ grant }) {
      asked("account", grant);
      return answers.account();
    },
    async pipelines({ grant }) {
      asked("pipelines", grant);
      return answers.pipelines();
    },
    async fields({ grant }) {
      asked("fields", grant);
      return answers.fields();
    },
    ...(definition.way === "oauth" && {
      async count({ grant }) {
        asked("count", grant);
        return answers.count();
      },
    }),
    async findContact({ grant }) {
      asked("findContact", grant);
      return [];
    },
  };
  return { connector, answers, calls, callsTo: (name: string) => calls.filter((call) => call.name === name) };
}
