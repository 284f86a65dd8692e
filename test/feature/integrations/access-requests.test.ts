import { afterAll, afterEach, expect, test } from "vitest";
import { openDatabase } from "#db/database.ts";
import { accessRequests } from "#db/schema/connections.ts";
import { limits } from "#db/schema/limits.ts";
import { outbox } from "#db/schema/outbox.ts";
import type { AccessCounts } from "#server/features/integrations/desk.schema.ts";
import type { IntegrationView } from "#server/features/integrations/integrations.schema.ts";
import { CONNECTORS } from "#server/features/integrations/connectors/connectors.ts";
import type { Connectors } from "#server/features/integrations/open-integrations.ts";
import type { Config } from "#server/core/config.ts";
import type { OperatorApps } from "#server/core/crm-settings.ts";
import { tellOpened } from "#server/features/integrations/requests/tell-opened.ts";
import { openConnectionsHub } from "#test/support/connections.ts";
import { signInAdmin } from "#test/support/hub.ts";

const hub = await openConnectionsHub();
const { db, deps, send } = hub;
const staff = await signInAdmin(hub);
const elsewhere = await openDatabase(deps.config.databaseUrl);
afterAll(() => elsewhere.close());

afterEach(async () => {
  for (const table of [accessRequests, outbox, limits]) await db.delete(table);
});

const ask = (body: object, as?: string) => send("POST", "/api/access-requests", body, as);
const opened = {
  ...deps.hub,
  integrations: deps.hub.integrations.map((each) =>
    each.id === "zoho" ? { ...each, availability: "live" as const } : each,
  ),
};
const apps: OperatorApps = { ...deps.config.apps, zoho: { clientId: "id", clientSecret: "secret", appKey: "" } };
const connectors = { zoho: CONNECTORS.hubspot };
const tell = (database = db, config: Config = { ...deps.config, apps }, speaking: Connectors = connectors) =>
  tellOpened({ ...deps, db: database, hub: opened, config, connectors: speaking });

test("a workspace asks once, however often, and sees when it did", async () => {
  const asked = await Promise.all(Array.from({ length: 15 }, () => ask({ integration: "zoho" })));
  expect(asked.map(({ status }) => status)).toEqual(Array(15).fill(201));
  const replies = await Promise.all(asked.map((response) => response.json() as Promise<{ at: string }>));
  expect(new Set(replies.map(({ at }) => at)).size).toBe(1);
  expect(await db.select().from(accessRequests)).toMatchObject([{ who: "acme", email: "acme@example.com" }]);
  const response = await send("GET", "/api/integrations");
  const { integrations } = (await response.json()) as { integrations: IntegrationView[] };
  expect(integrations.find(({ id }) => id === "zoho")).toMatchObject({ requestedAt: replies[0]?.at });
});

test("somebody without a session gives an address, and is one, however it is written", async () => {
  expect(await (await ask({ integration: "zoho" }, "")).json()).toMatchObject({
    status: 400,
    errors: [{ field: "email" }],
  });
  await ask({ integration: "zoho", email: "Ada@example.com" }, "");
  await ask({ integration: "zoho", email: "ada@EXAMPLE.com" }, "");
  await ask({ integration: "monday", email: "ada@example.com" }, "");
  expect(await db.select().from(accessRequests)).toHaveLength(2);
});

test("one network asks for few, and nobody for what is here already", async () => {
  expect((await ask({ integration: "hubspot" })).status).toBe(409);
  const asked: number[] = [];
  for (let at = 0; at < 25; at++)
    asked.push((await ask({ integration: "zoho", email: `a${at}@example.com` }, "")).status);
  expect(asked.filter((status) => status === 429)).toHaveLength(5);
});

/** So many have asked for Zoho already. */
async function askedBefore(count: number): Promise<void> {
  const createdAt = new Date();
  const rows = Array.from({ length: count }, (_, at) => {
    return { id: `a${at}`, integration: "zoho", who: `${at}`, email: `a${at}@example.com`, createdAt };
  });
  await db.insert(accessRequests).values(rows);
}

test("the desk counts all who asked, and names the latest", async () => {
  await askedBefore(130);
  await ask({ integration: "zoho", email: "ada@example.com" }, "");
  const { integrations } = (await (
    await send("GET", "/api/desk/access-requests", undefined, staff)
  ).json()) as AccessCounts;
  expect(integrations[0]).toMatchObject({ id: "zoho", count: 131 });
  expect(integrations[0]?.requests).toHaveLength(100);
});

test("the desk counts who asked, by integration", async () => {
  await ask({ integration: "zoho" });
  await ask({ integration: "zoho", email: "ada@example.com" }, "");
  const { integrations } = (await (
    await send("GET", "/api/desk/access-requests", undefined, staff)
  ).json()) as AccessCounts;
  expect(integrations.map(({ id, count }) => [id, count])).toEqual([
    ["zoho", 2],
    ["pipedrive", 0],
    ["monday", 0],
  ]);
  expect(integrations[0]?.requests.map(({ email, workspace }) => [email, workspace])).toEqual([
    ["ada@example.com", null],
    ["acme@example.com", "The acme company"],
  ]);
});

test("everyone who asked is told once that it is open, by two processes that start together, and at no later start", async () => {
  await askedBefore(230);
  await db
    .insert(accessRequests)
    .values({ id: "m", integration: "monday", who: "m", email: "m@example.com", createdAt: new Date() });
  await Promise.all([tell(), tell(elsewhere), tell(), tell(elsewhere)]);
  await tell();
  const mails = (await db.select().from(outbox)).map(({ payload }) => payload as { to: string; text: string });
  expect(mails).toHaveLength(230);
  expect(new Set(mails.map(({ to }) => to)).size).toBe(230);
  expect(mails[0]?.text).toContain("/setup/zoho/");
  const untold = (await db.select().from(accessRequests)).filter(({ toldAt }) => toldAt === null);
  expect(untold.map(({ id }) => id)).toEqual(["m"]);
});

test("a word in hub.yaml opens nothing: without an app, or a CRM that the hub can speak with, nobody is told", async () => {
  await ask({ integration: "zoho" });
  await tell(db, deps.config);
  await tell(db, { ...deps.config, apps }, {});
  expect(await db.select().from(outbox)).toEqual([]);
  await tell();
  expect(await db.select().from(outbox)).toHaveLength(1);
});

test("without mail they wait until there is some", async () => {
  await ask({ integration: "zoho" });
  await tell(db, { ...deps.config, apps, mail: null });
  expect(await db.select().from(accessRequests)).toMatchObject([{ toldAt: null }]);
  await tell();
  expect(await db.select().from(outbox)).toHaveLength(1);
});
