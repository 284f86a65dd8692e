import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { connectionChecks, connections } from "#db/schema/connections.ts";
import { escalations } from "#db/schema/escalation.ts";
import { workspaces } from "#db/schema/workspaces.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { connector, definition } from "#test/support/checked.ts";
import { addConnection } from "#test/support/connected.ts";

import { signToken } from "#test/support/customer.ts";
import { openTestHub } from "#test/support/hub.ts";
import { withJson } from "#test/support/request.ts";

const env = { HUBSPOT_CLIENT_ID: "id", HUBSPOT_CLIENT_SECRET: "operator-secret" };
const hub = await openTestHub({
  env,
  knowledge: sampleKnowledge,
  connectors: { hubspot: { ...connector, definition } },
});
const { app, db, deps, logged } = hub;
const { publicUrl } = deps.config;

/** The official client, with a token of the product or without one. */
async function openAssistant(token?: string, at = app) {
  const client = new Client({ name: "assistant", version: "1" });
  const transport = new StreamableHTTPClientTransport(new URL(`${publicUrl}/mcp`), {
    requestInit: { headers: token ? { authorization: `Bearer ${token}` } : {} },
    fetch: async (url, init) => {
      const request = new Request(url, init);
      request.headers.set("host", new URL(publicUrl).host);
      return at.fetch(request);
    },
  });
  await client.connect(transport);
  const call = async (name: string, input: Record<string, unknown> = {}) => {
    const { content, isError } = await client.callTool({ name, arguments: input });
    const [first] = content as { text: string }[];
    return { text: first?.text ?? "", isError: isError ?? false };
  };
  const names = async () => (await client.listTools()).tools.map(({ name }) => name);
  return { client, call, names };
}

const OWN = ["check_connection", "trace_contact", "ask_a_person"];
const ada = await openAssistant(await signToken(deps.config, { workspace: "acme", email: "ada@example.com" }));
const eve = await openAssistant(
  await signToken(deps.config, { workspace: "globex", email: "eve@example.com", sub: "user-2" }),
);

const workspaceOf = async (externalId: string) => {
  const [found] = await db.select().from(workspaces).where(eq(workspaces.externalId, externalId));
  return found?.id ?? "";
};

test("without a token they are not offered, and it is said how one comes by them", async () => {
  const reader = await openAssistant();
  expect(await reader.names()).not.toEqual(expect.arrayContaining(OWN));
  expect(reader.client.getInstructions()).toContain("which the product signs");
  await expect(reader.call("ask_a_person", { message: "Help me." })).rejects.toThrow(/ask_a_person/);
});

test("with one they are, for as long as it is valid", async () => {
  expect(await ada.names()).toEqual(expect.arrayContaining(["search_help", ...OWN]));
  expect(await ada.names()).toEqual(expect.arrayContaining(OWN));
  expect(ada.client.getInstructions()).toContain("ada@example.com");
});

test("a connection is checked and kept; another workspace's is not there", async () => {
  expect((await ada.call("check_connection")).text).toMatch(/no connection to any CRM yet\. .*\/setup\//);
  const row = await addConnection(db, { workspaceId: await workspaceOf("acme") });
  const { text, isError } = await ada.call("check_connection", { integration: "hubspot" });
  expect(isError).toBe(false);
  expect(text).toMatch(/^The connection to HubSpot /);
  expect(text).toMatch(/\n- /);
  expect(await db.$count(connectionChecks, eq(connectionChecks.connectionId, row.id))).toBe(1);
  for (const input of [{}, { integration: "hubspot" }])
    expect(await eve.call("check_connection", input)).toMatchObject({ isError: true });
  expect(await db.$count(connectionChecks, eq(connectionChecks.connectionId, row.id))).toBe(1);
});

test("a contact is traced in one's own CRM alone", async () => {
  const asked = { email: "grace@example.com", as: "lead" };
  const { text, isError } = await ada.call("trace_contact", asked);
  expect(isError).toBe(false);
  expect(text).toContain("What this rests on, as seen in HubSpot");
  expect(text).toContain(`${publicUrl}/setup/hubspot/`);
  expect((await eve.call("trace_contact", asked)).text).toContain("no connection");
  expect((await ada.call("trace_contact", { email: "nobody", as: "lead" })).isError).toBe(true);
});

test("with several connections it asks which", async () => {
  await addConnection(db, { workspaceId: await workspaceOf("acme"), integration: "salesforce" });
  expect((await ada.call("check_connection")).text).toBe(
    "This workspace has several connections. Say which: HubSpot (hubspot), Salesforce (salesforce).",
  );
  await db.delete(connections).where(eq(connections.integration, "salesforce"));
});

test("a person is asked in the customer's name, once for the same words", async () => {
  const message = "Referrals have not arrived since Monday.";
  const first = await ada.call("ask_a_person", { message });
  expect(first.text).toMatch(/^Support has it as .+ada@example\.com.+\/receipts\//);
  expect((await ada.call("ask_a_person", { message })).text).toBe(first.text);
  await ada.call("ask_a_person", { message: "Something else.", email: "victim@example.com" });
  const named = await ada.call("ask_a_person", { message, subject: "No referrals" });
  expect([named.isError, named.text === first.text]).toEqual([false, false]);
  const kept = await db.select({ email: escalations.email, subject: escalations.subject }).from(escalations);
  expect(kept.map(({ email }) => email)).toEqual(["ada@example.com", "ada@example.com"]);
  expect(kept.map(({ subject }) => subject)).toContain("No referrals");
});

test("limits count for the customer", async () => {
  let refused = "";
  for (let asked = 0; asked < 20 && !refused; asked++) {
    const { text, isError } = await ada.call("check_connection");
    if (isError) refused = text;
  }
  expect(refused).toMatch(/Try again in \d+ seconds\.$/);
  expect((await eve.call("ask_help", { question: "How do I connect my CRM?" })).isError).toBe(false);
});

const post = (token: string, path = "/mcp", body: unknown = { jsonrpc: "2.0", id: 1, method: "ping" }) =>
  app.request(
    path,
    withJson("POST", body, {
      host: new URL(publicUrl).host,
      accept: "application/json, text/event-stream",
      ...(path === "/mcp" && { authorization: `Bearer ${token}` }),
    }),
  );

test("a token that made a session, is foreign or too old does not count; nor does one from here make a session", async () => {
  const used = await signToken(deps.config);
  expect((await post("", "/api/session", { token: used })).status).toBe(200);
  const refused = await post(used);
  expect([refused.status, (await refused.json()).detail]).toEqual([
    401,
    "This token was used to sign in. Sign another one for the program.",
  ]);
  const ours = await signToken(deps.config);
  expect((await post(ours)).status).toBe(200);
  expect((await post(ours)).status).toBe(200);
  expect((await post("", "/api/session", { token: ours })).status).toBe(401);
  expect((await post(await signToken(deps.config, {}, { seconds: -60 }))).status).toBe(401);
  expect((await post(await signToken(deps.config, {}, { secret: "somebody else's secret, long enough" }))).status).toBe(
    401,
  );
  expect((await post("hr_aaaaaaaaaaaaaaaaaaaaaa")).status).toBe(401);
  expect(logged).toEqual([]);
});

test("a hub that connects to nothing offers no checks, and does not speak of them", async () => {
  const { app: plain, deps: own } = await openTestHub({ hub: { integrations: [] } });
  const token = await signToken(own.config, { workspace: "acme", email: "ada@example.com" });
  const customer = await openAssistant(token, plain);
  expect(await customer.names()).toEqual(["search_help", "read_article", "ask_help", "ask_a_person"]);
  const reader = await openAssistant(undefined, plain);
  for (const { client } of [customer, reader]) {
    expect(client.getInstructions()).toContain("ask");
    expect(client.getInstructions()).not.toMatch(/connection|CRM|contact/);
  }
});
