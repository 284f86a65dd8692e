import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { connectionChecks, connectionEvents, connections } from "#db/schema/connections.ts";
import { outbox } from "#db/schema/outbox.ts";
import type { CheckResult, ConnectionCheck, Trace } from "#server/features/integrations/checks.schema.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { addChecks, connectCrm, readCustomer, signIn } from "#test/support/connected.ts";
import { connector, definition, fault, settings } from "#test/support/checked.ts";
import { openTestHub, signInAdmin } from "#test/support/hub.ts";
import { withJson } from "#test/support/request.ts";
import { until } from "#test/support/wait.ts";

const crm = { ...connector, definition };
const env = { HUBSPOT_CLIENT_ID: "id", HUBSPOT_CLIENT_SECRET: "operator-secret" };
const hub = await openTestHub({ env, connectors: { hubspot: crm }, readCustomer, knowledge: sampleKnowledge });
const { app, db, logged } = hub;
const [acme, globex] = [await signIn(hub, "Acme"), await signIn(hub, "Globex")];
const ask = (
  path: string,
  cookie = "",
  { headers = {}, ...init }: Omit<RequestInit, "headers"> & { headers?: Record<string, string> } = {},
) =>
  Promise.resolve(app.request(`/api${path}`, { ...init, headers: { cookie, accept: "application/json", ...headers } }));
const post = (path: string, body: unknown, cookie = "") =>
  ask(path, cookie, withJson("POST", body, { origin: hub.deps.config.publicUrl }));
const check = async (id: string, cookie = acme) =>
  (await (await ask(`/connections/${id}/check`, cookie)).json()) as ConnectionCheck; // the route's contract
const of = ({ results }: ConnectionCheck, fact: string) => results.find((result) => result.fact === fact);
const fresh = async (change = {}) => {
  await db.delete(connections);
  return connectCrm(hub, "Acme", change);
};

describe("a check", () => {
  it("is given as one object, kept, and stands with the connection", async () => {
    const { id } = await fresh();
    const made = await check(id);
    expect(made).toMatchObject({ state: "ok", by: "customer" });
    expect(of(made, "webhook")).toMatchObject({ state: "ok", seen: "This hub sends none." });
    const kept = (await (await ask(`/connections/${id}/checks`, acme)).json()) as { checks: ConnectionCheck[] };
    expect(kept.checks).toEqual([made]);
    const [row] = await db.select().from(connections).where(eq(connections.id, id));
    expect(row).toMatchObject({ checkState: "ok", checkedAt: new Date(made.at) });
  });

  it("streams each result as it comes, and ends with the whole", async () => {
    const { id } = await fresh();
    const response = await ask(`/connections/${id}/check`, acme, { headers: { accept: "text/event-stream" } });
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    expect(response.headers.get("cache-control")).toBe("no-store");
    const events = (await response.text()).split("\n\n").filter(Boolean);
    const data = (block = "") => JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? "null") as unknown;
    const done = data(events.at(-1)) as ConnectionCheck;
    expect(events.at(-1)).toContain("event: done");
    const facts = done.results.map(({ fact }) => fact);
    const came = events.slice(0, -1).map((event) => (data(event) as CheckResult).fact);
    expect(came.toSorted()).toEqual(facts.toSorted());
    // What the rest depends on stands first, whenever it came.
    expect(facts.slice(0, 4)).toEqual(["operator", "token", "scopes", "account"]);
    expect(facts.slice(-4)).toEqual(["qualify", "saved", "vendor", "webhook"]);
  });

  it("stops with its reader: nothing more is asked, and nothing is kept", async () => {
    const { id } = await fresh();
    const asked: AbortSignal[] = [];
    crm.account = ({ signal }) => {
      if (signal) asked.push(signal);
      return new Promise(() => {});
    };
    const reader = new AbortController();
    const response = await ask(`/connections/${id}/check`, acme, {
      signal: reader.signal,
      headers: { accept: "text/event-stream" },
    });
    const body = response.body?.getReader();
    while (asked.length === 0) await body?.read();
    await body?.cancel();
    reader.abort();
    await until(() => asked[0]?.aborted, 1000);
    await sleep(50);
    expect(await db.$count(connectionChecks, eq(connectionChecks.connectionId, id))).toBe(0);
    Object.assign(crm, connector);
  });

  it("explains what fails by a section of this hub, and nothing where there is none", async () => {
    const { id } = await fresh({ saved: { ...settings, leads: { ...settings.leads, existing: "skip" } } });
    const made = await check(id);
    expect(of(made, "existing:leads")).toMatchObject({ code: "existing_skip" });
    for (const { explained } of made.results)
      if (explained) expect(explained.url).toMatch(/^\/(articles|learn)\/.+#.+/);
  });

  it("says what was sent to the product last", async () => {
    const withWebhook = await openTestHub({
      env: {
        ...env,
        WEBHOOK_URL: "https://product.example.com/hook",
        WEBHOOK_SECRET: `whsec_${btoa("a secret of 24 bytes at least")}`,
      },
      connectors: { hubspot: crm },
      readCustomer,
    });
    const cookie = await signIn(withWebhook, "Hooked");
    const { id } = await connectCrm(withWebhook, "Hooked");
    const webhook = async () => {
      const response = await withWebhook.app.request(`/api/connections/${id}/check`, {
        headers: { cookie, accept: "application/json" },
      });
      return of((await response.json()) as ConnectionCheck, "webhook")?.code;
    };
    expect(await webhook()).toBe("webhook_never");
    const row = {
      id: "out_1",
      kind: "webhook",
      dedupeKey: "1",
      payload: {},
      ref: id,
      state: "dead" as const,
      attempts: 12,
    };
    await withWebhook.db.insert(outbox).values({ ...row, nextAt: new Date(), createdAt: new Date() });
    expect(await webhook()).toBe("webhook_dead");
    await withWebhook.db.update(outbox).set({ state: "sent", sentAt: new Date() });
    expect(await webhook()).toBe("webhook_delivered");
  });

  it("is limited: it costs calls that the customer's own sync needs", async () => {
    const { id } = await fresh();
    const statuses = [];
    for (let count = 0; count < 14; count++) statuses.push((await ask(`/connections/${id}/check`, acme)).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(12);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe("another workspace's connection", () => {
  it.each(["check", "checks"])("has no %s", async (what) => {
    const { id } = await fresh();
    expect((await ask(`/connections/${id}/${what}`, globex)).status).toBe(404);
    expect((await ask(`/connections/${id}/${what}`)).status).toBe(401);
  });
  it("cannot be traced in, nor looked into from the desk by who is no staff", async () => {
    const { id } = await fresh();
    const input = { email: "ada@example.com", as: "lead" };
    expect((await post(`/connections/${id}/trace`, input, globex)).status).toBe(404);
    expect((await post(`/connections/${id}/trace`, input)).status).toBe(401);
    expect((await post(`/desk/connections/${id}/trace`, input, acme)).status).toBe(401);
    expect((await post(`/desk/connections/${id}/check`, {}, acme)).status).toBe(401);
  });
});

describe("a trace", () => {
  const known = { object: "contact", id: "501", name: "Ada", url: null, stage: null, createdAt: null, converted: null };
  it("says what a sync would do, writes nothing, and is kept nowhere", async () => {
    const { id } = await fresh();
    crm.findContact = async (_call, email) => (email === "ada@example.com" ? [known] : []);
    const trace = async (email: string) =>
      (await (await post(`/connections/${id}/trace`, { email, as: "lead" }, acme)).json()) as Trace;
    expect(await trace("ada@example.com")).toMatchObject({ outcome: "update", email: "ada@example.com", as: "lead" });
    expect(await trace("new@example.com")).toMatchObject({ outcome: "create" });
    expect(await db.$count(connectionEvents)).toBe(0);
  });

  it("of a CRM that refuses is unknown, in words", async () => {
    const { id } = await fresh();
    crm.findContact = () => Promise.reject(fault("scope_missing", "403", { scope: "contacts.read" }));
    const response = await post(`/connections/${id}/trace`, { email: "ada@example.com", as: "lead" }, acme);
    expect(await response.json()).toMatchObject({ outcome: "unknown", code: "scope_missing" });
    Object.assign(crm, connector);
  });

  it("is limited, and refuses what is no address", async () => {
    const { id } = await fresh();
    expect((await post(`/connections/${id}/trace`, { email: "ada", as: "lead" }, acme)).status).toBe(400);
    let status = 200;
    for (let count = 0; count < 40 && status === 200; count++)
      ({ status } = await post(`/connections/${id}/trace`, { email: "ada@example.com", as: "lead" }, acme));
    expect(status).toBe(429);
  });
});

describe("staff", () => {
  it("check and trace for a workspace, and leave word of it without the address", async () => {
    const staff = await signInAdmin(hub);
    const { id } = await fresh();
    expect(await (await post(`/desk/connections/${id}/check`, {}, staff)).json()).toMatchObject({
      by: "staff",
      state: "ok",
    });
    const traced = await post(`/desk/connections/${id}/trace`, { email: "ada@example.com", as: "referrer" }, staff);
    expect(await traced.json()).toMatchObject({ outcome: "skip", code: "half_off" });
    const events = await db.select().from(connectionEvents).where(eq(connectionEvents.connectionId, id));
    expect(events.map(({ who, what }) => [who, what])).toEqual([
      ["admin@example.com", "checked"],
      ["admin@example.com", "traced"],
    ]);
    expect(JSON.stringify(events)).not.toContain("ada@example.com");
    expect((await post("/desk/connections/con_none/check", {}, staff)).status).toBe(404);
  });
});

it("a connection whose CRM the hub cannot speak with any more is refused in words", async () => {
  const { id } = await fresh({ integration: "intercom" });
  const response = await ask(`/connections/${id}/check`, acme);
  expect(response.status).toBe(422);
});

it("support sees then and now: old checks stay beside the new one", async () => {
  const { id } = await fresh();
  await addChecks(db, id, ["failed"]);
  await check(id);
  const { checks } = (await (await ask(`/connections/${id}/checks`, acme)).json()) as { checks: ConnectionCheck[] };
  expect(checks.map(({ state }) => state)).toEqual(["ok", "failed"]);
});

it("no secret stands in what was answered or logged", async () => {
  const { id } = await fresh();
  const text = JSON.stringify(await check(id)) + logged.join("");
  expect(text).not.toContain("operator-secret");
  expect(text).not.toContain('"t"');
});
