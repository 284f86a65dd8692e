import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "#db/database.ts";
import { connectionChecks, connections } from "#db/schema/connections.ts";
import { outbox } from "#db/schema/outbox.ts";
import { watchConnections } from "#server/features/integrations/checks/watch-connections.ts";
import type { Connector } from "#server/features/integrations/connector.ts";
import { openIntegrations } from "#server/features/integrations/open-integrations.ts";
import { addChecks, connectCrm, signIn } from "#test/support/connected.ts";
import { connector, definition, fault } from "#test/support/checked.ts";
import { openTestHub } from "#test/support/hub.ts";
import { until } from "#test/support/wait.ts";

const env = { HUBSPOT_CLIENT_ID: "id", HUBSPOT_CLIENT_SECRET: "secret", SMTP_URL: "smtp://127.0.0.1:9" };
const crm: Connector = { ...connector, definition: { ...definition, callsPerSecond: 1000 } };
let ahead = 0;
const clock = { now: () => new Date(Date.now() + ahead) };
const hub = await openTestHub({ env, connectors: { hubspot: crm }, clock });
const { db, logged } = hub;
await Promise.all(["Acme", "Globex", "Initech"].map((workspace) => signIn(hub, workspace)));

const mend = () => void Object.assign(crm, connector, { definition: crm.definition });

const stops: (() => Promise<void>)[] = [];
const rejected: unknown[] = [];
const note = (error: unknown) => void rejected.push(error);
beforeEach(async () => {
  process.on("unhandledRejection", note);
  mend();
  await db.delete(connections);
  await db.delete(outbox);
});
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
  process.off("unhandledRejection", note);
  expect(rejected).toEqual([]);
});

/** One process that watches. */
function watch(database = db) {
  const integrations = { ...openIntegrations(hub.deps), db: database };
  const stop = watchConnections({ integrations, knowledge: hub.deps.knowledge, readVendor: () => null }, 20);
  stops.push(stop);
  return stop;
}
const rowOf = async (id: string) => {
  const [row] = await db.select().from(connections).where(eq(connections.id, id));
  if (!row) throw new Error("The connection is gone");
  return row;
};
/** An hour goes by, and the connection is checked again. */
async function whenChecked(id: string) {
  const before = (await rowOf(id)).checkedAt?.getTime() ?? 0;
  if (before > 0) ahead += 9 * 3_600_000;
  return until(async () => {
    const row = await rowOf(id);
    return (row.checkedAt?.getTime() ?? 0) > before && row.checkUntil === null ? row : undefined;
  });
}
const mails = () => db.select().from(outbox).where(eq(outbox.kind, "email"));
const fail = () => Promise.reject(fault("wrong_key", "401"));

describe("the watch", () => {
  it("checks what is due and looks again in about an hour; what is never due is left alone", async () => {
    const due = await connectCrm(hub, "Acme");
    const never = await connectCrm(hub, "Globex", { nextCheckAt: null });
    watch();
    const row = await whenChecked(due.id);
    expect(row).toMatchObject({ checkState: "ok", missedChecks: 0 });
    const minutes = ((row.nextCheckAt?.getTime() ?? 0) - clock.now().getTime()) / 60_000;
    expect(minutes).toBeGreaterThan(53);
    expect(minutes).toBeLessThan(67);
    expect((await rowOf(never.id)).checkedAt).toBeNull();
  });

  it("two processes on one database check each connection once", async () => {
    const rows = await Promise.all(["Acme", "Globex", "Initech"].map((workspace) => connectCrm(hub, workspace)));
    let [atOnce, most] = [0, 0];
    crm.account = async (...args) => {
      most = Math.max(most, ++atOnce);
      await sleep(30);
      atOnce--;
      return connector.account(...args);
    };
    const second = await openDatabase(hub.deps.config.databaseUrl);
    watch();
    watch(second);
    for (const { id } of rows) await until(async () => (await rowOf(id)).checkedAt ?? undefined);
    await sleep(150);
    for (const { id } of rows) expect(await db.$count(connectionChecks, eq(connectionChecks.connectionId, id))).toBe(1);
    expect(most).toBe(1); // a CRM counts the calls of both
    await Promise.all(stops.splice(0).map((stop) => stop()));
    await second.close();
  });

  it("looks more seldom at a CRM that does not tell, and as usual once it does", async () => {
    const { id } = await connectCrm(hub, "Acme");
    crm.check = () => Promise.reject(fault("limited", "429"));
    watch();
    const first = await whenChecked(id);
    expect(first).toMatchObject({ checkState: "unknown", missedChecks: 1 });
    expect((first.nextCheckAt?.getTime() ?? 0) - clock.now().getTime()).toBeGreaterThan(1.7 * 3_600_000);
    expect(await whenChecked(id)).toMatchObject({ missedChecks: 2 });
    mend();
    expect(await whenChecked(id)).toMatchObject({ checkState: "ok", missedChecks: 0 });
  });

  it("stops at once, and what it was checking is due as before", async () => {
    const { id, nextCheckAt } = await connectCrm(hub, "Acme");
    let asked = false;
    crm.account = () => ((asked = true), new Promise(() => {}));
    const stop = watch();
    await until(() => asked);
    const startedAt = performance.now();
    await stop();
    expect(performance.now() - startedAt).toBeLessThan(1000);
    expect(await rowOf(id)).toMatchObject({ checkUntil: null, checkedAt: null, nextCheckAt });
  });

  it("goes on past a connection that it cannot read", async () => {
    const broken = await connectCrm(hub, "Acme", { draft: { not: "settings" }, nextCheckAt: new Date(0) });
    const { id } = await connectCrm(hub, "Globex");
    watch();
    await whenChecked(id);
    expect(await rowOf(broken.id)).toMatchObject({ checkedAt: null, missedChecks: 1 });
    expect(logged.join("")).toContain("connections cannot be checked now");
  });
});

describe("a connection that fails", () => {
  it("sends its owner one mail, not one an hour, and another one only after it was well", async () => {
    const { id } = await connectCrm(hub, "Acme");
    watch();
    await whenChecked(id);
    crm.check = fail;
    for (let hour = 0; hour < 3; hour++) expect((await whenChecked(id)).checkState).toBe("failed");
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      ref: id,
      payload: { to: "owner@example.com", subject: "Referral Factory: the connection to HubSpot needs you" },
    });
    expect(JSON.stringify(mail?.payload)).toContain("- Signed in");
    expect(JSON.stringify(mail?.payload)).toContain("/setup/hubspot/");

    mend();
    expect((await whenChecked(id)).toldFailed).toBe(false);
    crm.check = fail;
    await whenChecked(id);
    expect(await mails()).toHaveLength(2);
  });

  it("for what the operator has to mend is told to the log and the desk, not to its owner", async () => {
    const { id } = await connectCrm(hub, "Acme");
    await addChecks(db, id, ["ok"]);
    crm.check = () => Promise.reject(fault("wrong_app", "401 invalid_client"));
    watch();
    expect((await whenChecked(id)).checkState).toBe("failed");
    expect(await mails()).toEqual([]);
    expect(logged.join("")).toContain("keys of this hub's own app");
    // what is theirs beside it, they hear
    crm.fields = async () => [];
    crm.check = fail;
    await whenChecked(id);
    expect(await mails()).toHaveLength(1);
  });

  it("because the operator's webhook takes nothing is no mail to its owner", async () => {
    hub.deps.config.webhook = { url: "http://127.0.0.1:9/hook", secret: "a secret of the operator" };
    const { id } = await connectCrm(hub, "Acme");
    await addChecks(db, id, ["ok"]);
    const dead = { state: "dead", attempts: 12, payload: {}, nextAt: clock.now(), createdAt: clock.now() } as const;
    await db.insert(outbox).values({ id: "out_dead", kind: "webhook", dedupeKey: "dead", ref: id, ...dead });
    watch();
    expect((await whenChecked(id)).checkState).toBe("failed");
    hub.deps.config.webhook = null;
    expect(await mails()).toEqual([]);
  });

  it("is told in the language that its owner connected in", async () => {
    const { id } = await connectCrm(hub, "Acme", { ownerLanguage: "de" });
    await addChecks(db, id, ["ok"]);
    crm.check = fail;
    watch();
    await whenChecked(id);
    const [mail] = await mails();
    expect(mail?.payload).toMatchObject({
      subject: "Referral Factory: Die Verbindung mit HubSpot braucht Sie",
      text: expect.stringMatching(/Empfehlungen erreichen HubSpot[^]*- Angemeldet[^]*\/de\/setup\/hubspot\//),
    });
  });

  it("is no news to who has never had it working", async () => {
    const { id } = await connectCrm(hub, "Acme");
    await addChecks(db, id, ["failed"]);
    crm.check = fail;
    watch();
    await whenChecked(id);
    expect(await mails()).toEqual([]);
  });

  it("sends nothing that people named in their CRM, and nothing while the vendor is only away", async () => {
    const { id } = await connectCrm(hub, "Acme");
    await addChecks(db, id, ["ok"]);
    crm.check = () => Promise.reject(fault("vendor_down", "503"));
    watch();
    await whenChecked(id);
    expect(await mails()).toEqual([]);
    mend();
    crm.fields = async (...args) =>
      (await connector.fields(...args)).map((field) => ({ ...field, label: "Buy at evil.example", writable: false }));
    expect((await whenChecked(id)).checkState).toBe("failed");
    const text = JSON.stringify(await mails());
    expect(text).toContain("a mapped field");
    expect(text).not.toContain("evil.example");
  });
});
