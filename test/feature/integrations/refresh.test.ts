import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, expect, test } from "vitest";
import { openDatabase, type Db } from "#db/database.ts";
import { connectionEvents, connections } from "#db/schema/connections.ts";
import { workspaces } from "#db/schema/workspaces.ts";
import { loadHub } from "#content/hub.ts";
import { readConfig } from "#server/core/config.ts";
import { createLog } from "#server/core/log.ts";
import { openSealer } from "#server/core/seal.ts";
import { openSpeeches } from "#server/core/speeches.ts";
import { createConnection } from "#server/features/integrations/connections/create-connection.ts";
import { findConnection } from "#server/features/integrations/connections/find-connection.ts";
import { findWay } from "#server/features/integrations/connections/find-way.ts";
import { keepAccess } from "#server/features/integrations/connections/keep-access.ts";
import { askCrm, openCall } from "#server/features/integrations/connections/open-call.ts";
import { openIntegrations, type Integrations } from "#server/features/integrations/open-integrations.ts";
import { VendorFault } from "#server/features/integrations/vendor-fault.ts";
import { freshDatabase } from "#test/support/database.ts";
import { createFakeConnector } from "#test/support/fake-connector.ts";

const { db, url } = await freshDatabase();
const elsewhere = await openDatabase(url);
afterAll(() => elsewhere.close());
await db.insert(workspaces).values({ id: "acme", name: "Acme", createdAt: new Date() });

const crm = createFakeConnector();
const before = { ...crm.answers };
let now = new Date("2026-11-25T09:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const [older, newer] = [randomBytes(32).toString("base64"), randomBytes(32).toString("base64")];
const logged: string[] = [];

function openProcess(database: Db, SEALING_KEYS: string): Integrations {
  const app = { HUBSPOT_CLIENT_ID: "id", HUBSPOT_CLIENT_SECRET: "secret" };
  const config = readConfig({ ...app, SEALING_KEYS });
  const log = createLog("warn", { to: { write: (line) => void logged.push(line) } });
  const connectors = { hubspot: crm.connector };
  const hub = loadHub(config.contentDir);
  const speeches = openSpeeches(hub, config.contentDir);
  const sealer = openSealer(config);
  return openIntegrations({ sealer, db: database, clock: { now: () => now }, log, hub, speeches, config, connectors });
}
const one = openProcess(db, older);
const other = openProcess(elsewhere, older);

afterEach(async () => {
  await db.delete(connections);
  crm.calls.length = 0;
  Object.assign(crm.answers, before);
  logged.length = 0;
});

async function connect(expiresAt: Date | null = later(30)) {
  crm.answers.grant = () => ({ expiresAt: expiresAt && expiresAt.toISOString() });
  const { view } = await createConnection(one, "acme", { integration: "hubspot" });
  const row = await findConnection(one, "acme", view.id);
  const way = findWay(one, row);
  const finish = { kind: "credentials", site: way.site, tenantId: "", values: {} } as const;
  const grant = await crm.connector.finish(way.app, one.fetch, finish);
  crm.answers.grant = () => ({ expiresAt: later(30).toISOString() });
  return keepAccess(one, { row, way, grant, email: "ada@example.com", otherAccount: false });
}
const reread = (id: string) => findConnection(one, "acme", id);
const tokenOf = async (integrations: Integrations, id: string) =>
  (await openCall(integrations, await reread(id))).call.grant.accessToken;
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "none",
    (error: unknown) => (error instanceof VendorFault ? error.code : String(error)),
  );

test("a token that lasts is used as it is, one that ends within two minutes is refreshed first", async () => {
  const { id } = await connect(later(3));
  const first = await tokenOf(one, id);
  expect(crm.callsTo("refresh")).toEqual([]);
  now = later(1.5);
  expect(await tokenOf(one, id)).not.toBe(first);
  expect(crm.callsTo("refresh").map(({ grant }) => grant?.accessToken)).toEqual([first]);
  expect(await reread(id)).toMatchObject({ grantVersion: 2, refreshUntil: null, state: "connected" });
});

test("ten requests of each of two processes that need one refresh make one", async () => {
  const { id } = await connect(later(1));
  crm.answers.refresh = () => sleep(150);
  const tokens = await Promise.all(Array.from({ length: 20 }, (_, at) => tokenOf(at % 2 ? one : other, id)));
  expect(new Set(tokens).size).toBe(1);
  expect(crm.callsTo("refresh")).toHaveLength(1);
  expect((await reread(id)).grantVersion).toBe(2);
});

test("a process that died while it refreshed holds nobody up for longer than its lease", async () => {
  const { id } = await connect(later(1));
  await db
    .update(connections)
    .set({ refreshUntil: later(0.2) })
    .where(eq(connections.id, id));
  const waiting = tokenOf(one, id);
  await sleep(250);
  expect(crm.callsTo("refresh")).toEqual([]);
  now = later(0.3);
  expect(await waiting).toMatch(/^access-/);
});

test("who does not wait so long gives up alone: the refresh goes on for the others", async () => {
  const row = await connect(later(1));
  crm.answers.refresh = () => sleep(200);
  const staying = openCall(one, row);
  expect(await codeOf(openCall(one, row, AbortSignal.timeout(30)))).toBe("timeout");
  expect((await staying).call.grant.accessToken).toMatch(/^access-/);
  expect(crm.callsTo("refresh")).toHaveLength(1);
});

test("a revoked token makes it a reconnection, once, and is not tried again", async () => {
  const { id } = await connect(later(1));
  crm.answers.refresh = () => Promise.reject(new VendorFault("revoked", "invalid_grant"));
  const row = await reread(id);
  const codes = await Promise.all(Array.from({ length: 10 }, (_, at) => codeOf(openCall(at % 2 ? one : other, row))));
  expect(codes).toEqual(Array(10).fill("revoked"));
  expect(crm.callsTo("refresh")).toHaveLength(1);
  expect(await codeOf(openCall(one, await reread(id)))).toBe("revoked");
  expect(await reread(id)).toMatchObject({ state: "reconnect", refreshUntil: null });
  const events = await db.select().from(connectionEvents).where(eq(connectionEvents.connectionId, id));
  expect(events.map(({ what, who }) => [what, who])).toEqual([
    ["connected", "ada@example.com"],
    ["reconnect_needed", "hub"],
  ]);
});

test("a CRM that is away leaves everything as it is, and the next one tries at once", async () => {
  const { id } = await connect(later(1));
  crm.answers.refresh = () => Promise.reject(new VendorFault("vendor_down", "503"));
  expect(await codeOf(tokenOf(one, id))).toBe("vendor_down");
  expect(await reread(id)).toMatchObject({ state: "connected", refreshUntil: null, grantVersion: 1 });
  crm.answers.refresh = before.refresh;
  expect(await tokenOf(other, id)).toMatch(/^access-/);
});

test("who reconnects while an old token is refused stays connected", async () => {
  const row = await connect(later(1));
  crm.answers.refresh = async () => {
    const grant = { ...(await openFresh()), accessToken: "from the customer" };
    await keepAccess(other, { row, way: findWay(other, row), grant, email: "ada@example.com", otherAccount: false });
    throw new VendorFault("revoked", "invalid_grant");
  };
  expect(await tokenOf(one, row.id)).toBe("from the customer");
  expect(await reread(row.id)).toMatchObject({ state: "connected", grantVersion: 2 });
});

test("a token that the CRM calls expired before its time is refreshed, and the work done once more", async () => {
  const { id } = await connect(null);
  const used: string[] = [];
  const work = async ({ call }: { call: { grant: { accessToken: string } } }) => {
    used.push(call.grant.accessToken);
    if (used.length === 1) throw new VendorFault("expired", "INVALID_SESSION_ID");
    return "done";
  };
  expect(await askCrm(one, await reread(id), work)).toBe("done");
  expect(used).toHaveLength(2);
  expect(used[0]).not.toBe(used[1]);
});

test("what a CRM revokes right after it was renewed is a reconnection too", async () => {
  const { id } = await connect(later(1));
  const work = () => Promise.reject(new VendorFault("revoked", "token revoked"));
  expect(await codeOf(askCrm(one, await reread(id), work))).toBe("revoked");
  expect(crm.callsTo("refresh")).toHaveLength(1);
  expect((await reread(id)).state).toBe("reconnect");
});

test("what an older key sealed is sealed anew when it is used next, and needs the old key no more", async () => {
  const { id } = await connect();
  const token = await tokenOf(one, id);
  expect(await tokenOf(openProcess(db, `${newer},${older}`), id)).toBe(token);
  expect(await tokenOf(openProcess(db, newer), id)).toBe(token);
});

test("a grant that cannot be opened is a reconnection to the customer, and a word to the operator", async () => {
  const { id } = await connect();
  expect(await codeOf(tokenOf(openProcess(db, newer), id))).toBe("revoked");
  expect(logged.join()).toContain("not among SEALING_KEYS");
  const { grant } = await reread(id);
  await db.delete(connections);
  const { id: another } = await connect();
  await db.update(connections).set({ grant }).where(eq(connections.id, another));
  expect(await codeOf(tokenOf(one, another))).toBe("revoked");
});

async function openFresh() {
  return {
    refreshToken: null,
    expiresAt: later(30).toISOString(),
    scopes: null,
    apiBase: null,
    credentials: null,
  };
}
