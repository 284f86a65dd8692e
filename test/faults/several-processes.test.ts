/** Two processes of the hub on one database, behind a proxy that gives each request to the other one. */
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { loadHub } from "#content/hub.ts";
import { vendorStatus } from "#db/schema/status.ts";
import { readConfig } from "#server/core/config.ts";
import type { ConnectionView } from "#server/features/integrations/integrations.schema.ts";
import { vendorsOf } from "#server/features/status/vendors.ts";
import type { EscalationReceipt } from "#server/features/escalation/escalation.schema.ts";
import { hear } from "#test/support/ask-over-http.ts";
import { signToken } from "#test/support/customer.ts";
import { PRODUCT_SECRET, sessionCookie } from "#test/support/hub.ts";
import { freePort } from "#test/support/ports.ts";
import type { Run } from "#test/support/process.ts";
import { startRoundRobin } from "#test/support/round-robin.ts";
import { until } from "#test/support/wait.ts";
import { behaveAsCustomers, openLedger, sizeOf } from "./customers.ts";
import { openFaultHub, sendAll } from "./fault-hub.ts";
import { expectDelivered, expectKept } from "./kept.ts";

const ports = [await freePort(), await freePort()];
const proxy = await startRoundRobin(ports);
const url = `http://127.0.0.1:${proxy.port}`;
const { smtp, sink, articleId, start, open } = await openFaultHub(url);
const AUTH_SECRET = "the same secret for both of the processes";
const SEALING_KEYS = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
const product = { WORKSPACE_JWT_SECRET: PRODUCT_SECRET, HUBSPOT_CLIENT_ID: "id", HUBSPOT_CLIENT_SECRET: "the app's" };
const startProcess = (port: number): Promise<Run> =>
  start(port, { AUTH_SECRET, SEALING_KEYS, ...product, data: String(port) });
const processes = await Promise.all(ports.map(startProcess));

type Call = { body?: unknown; cookie?: string; from?: string };
/** As a page of the hub calls it, by way of the proxy. */
const call = (method: string, route: string, { body, cookie = "", from = "192.0.2.1" }: Call = {}) =>
  fetch(url + route, {
    method,
    headers: {
      origin: url,
      "x-forwarded-for": from,
      ...(cookie && { cookie }),
      ...(body !== undefined && { "content-type": "application/json" }),
    },
    body: body === undefined ? null : JSON.stringify(body),
  });

const person = { email: "sam@example.com", password: "a long password" };

async function joinDesk(): Promise<string> {
  const token = processes.map(({ output }) => /token=([\w-]+)/.exec(output())?.[1]).findLast(Boolean);
  const joined = await call("POST", "/api/desk/join", { body: { token, name: "Sam", ...person } });
  expect(joined.status).toBe(201);
  return sessionCookie(joined);
}
const admin = await joinDesk();

test("who signs in at one is signed in at the other, and signed out at both", async () => {
  const whoIs = async (cookie: string) => {
    const answers = [
      await call("GET", "/api/auth/session", { cookie }),
      await call("GET", "/api/auth/session", { cookie }),
    ];
    return Promise.all(answers.map(async (answer) => ((await answer.json()) as { staff: unknown }).staff));
  };
  const before = [...proxy.served];
  const entered = await call("POST", "/api/auth/sign-in/email", { body: person });
  expect(entered.status).toBe(200);
  const cookie = sessionCookie(entered);
  expect(await whoIs(cookie)).toEqual([expect.anything(), expect.anything()]);
  expect((await call("POST", "/api/auth/sign-out", { cookie })).status).toBe(204);
  expect(await whoIs(cookie)).toEqual([null, null]);
  for (const [at, count] of proxy.served.entries()) expect(count - (before[at] ?? 0)).toBeGreaterThan(1);
});

test("a limit is one limit: what one has let through, the other counts", async () => {
  const asked = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      call("POST", "/api/escalations", {
        body: { email: `someone+${n}@example.com`, message: "Nothing arrives." },
        from: "192.0.2.20",
      }),
    ),
  );
  // twelve to a mailbox in twelve hours, see escalation.limits.ts
  expect(asked.filter(({ status }) => status === 201)).toHaveLength(12);
  expect(asked.filter(({ status }) => status === 429)).toHaveLength(8);
});

test("a thread of questions goes on, whichever process is asked", async () => {
  const { thread } = await hear(url, { question: "How do I connect my CRM?" });
  for (let n = 0; n < 4; n++) {
    const next = await hear(url, { question: "And what do I need for ServiceTitan?", thread });
    expect(next.thread).toBe(thread);
  }
  // a thread that nobody has is not taken up
  expect((await hear(url, { question: "How do I connect my CRM?", thread: "unknown" })).thread).not.toBe("unknown");
});

test("a setup that was begun at one goes on at the other, and no draft is written over a later one", async () => {
  const token = await signToken({ publicUrl: url });
  const cookie = sessionCookie(await call("POST", "/api/session", { body: { token } }));
  const made = await call("POST", "/api/connections", { cookie, body: { integration: "hubspot" } });
  const { id, version, draft } = (await made.json()) as ConnectionView;
  const keep = () => call("PUT", `/api/connections/${id}/draft`, { cookie, body: { version, draft } });
  const kept = await Promise.all([keep(), keep(), keep(), keep()]);
  expect(kept.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
  for (const _ of ports) {
    const seen = await call("GET", `/api/connections/${id}`, { cookie });
    expect(await seen.json()).toMatchObject({ id, version: version + 1 });
  }
});

test("what one has read of a CRM's status page is told by both, without being asked again", async () => {
  const windows = await Promise.all(ports.map((port) => listenTo(port, "/api/status/events")));
  await until(() => windows.every(({ heard }) => heard().includes("event: status")));
  const db = await open();
  const reading = { state: "degraded", seenAt: new Date(), triedAt: new Date() };
  const payload = { url: hubspotStatus(), incidents: [], reason: null, at: reading.triedAt };
  await db
    .insert(vendorStatus)
    .values({ integration: "hubspot", ...reading, payload })
    .onConflictDoUpdate({ target: vendorStatus.integration, set: { ...reading, payload } });
  await until(() => windows.every(({ heard }) => heard().includes('"state":"degraded"')), 15_000);
  for (const { close } of windows) close();
  await db.close();
}, 30_000);

/** Where HubSpot's state is read, as the hub's own settings have it. */
function hubspotStatus(): string {
  const vendor = vendorsOf(loadHub(readConfig({}).contentDir)).find(({ id }) => id === "hubspot");
  if (!vendor?.read) throw new Error("HubSpot's page is not watched");
  return vendor.read.url;
}

test("what is done in one process is heard at the desk in both", async () => {
  const made = await call("POST", "/api/escalations", { body: { email: "ann@example.com", message: "Why?" } });
  const { id } = (await made.json()) as EscalationReceipt;
  const windows = await Promise.all(ports.map((port) => listenTo(port, "/api/desk/events")));
  await until(() => windows.every(({ heard }) => heard().includes("event: ready")));
  await sleep(1500); // until what was there before is known
  const change = { body: { priority: "high", version: 1 }, cookie: admin };
  expect((await call("PATCH", `/api/desk/cases/${id}`, change)).status).toBe(200);
  await until(() => windows.every(({ heard }) => heard().includes(`"id":"${id}","version":2`)), 8000);
  for (const { close } of windows) close();
});

/** A window that hears of one process only, as staff. */
async function listenTo(port: number, route: string) {
  const gone = new AbortController();
  const { body } = await fetch(`http://127.0.0.1:${port}${route}`, {
    headers: { cookie: admin },
    signal: gone.signal,
  });
  let text = "";
  void (async () => {
    for await (const part of body?.pipeThrough(new TextDecoderStream()) ?? []) text += part;
  })().catch(() => undefined); // closed below
  return { heard: () => text, close: () => gone.abort() };
}

test("one is killed under load: nothing acknowledged is lost, customers go on, each delivery has one id", async () => {
  const ledger = openLedger();
  const over = new AbortController();
  const load = { url, articleId, ledger, signal: over.signal };
  const customers = Promise.all(Array.from({ length: 2 }, (_, n) => behaveAsCustomers(load, `customer${n}`)));
  customers.catch(() => undefined); // awaited below
  const more = async (count: number) => {
    const before = sizeOf(ledger);
    await Promise.race([until(() => sizeOf(ledger) >= before + count, 30_000), customers]);
  };

  await more(10);
  processes[1]?.child.kill("SIGKILL");
  await processes[1]?.ended;
  await more(10);
  // one comes back in its place
  processes[1] = await startProcess(ports[1] ?? 0);
  await more(5);
  over.abort();
  await customers;

  const db = await open();
  await sendAll(db, 60_000);
  await expectKept(db, ledger);
  await expectDelivered(db, { smtp, sink });
  await db.close();
  for (const { child } of processes) child.kill("SIGTERM");
  expect(await Promise.all(processes.map(({ ended }) => ended))).toEqual([0, 0]);
}, 120_000);
