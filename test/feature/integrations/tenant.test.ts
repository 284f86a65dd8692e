import { eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { connectionEvents, connections } from "#db/schema/connections.ts";
import { limits } from "#db/schema/limits.ts";
import { outbox } from "#db/schema/outbox.ts";
import { workspaces } from "#db/schema/workspaces.ts";
import type { DeskConnectionDetail, DeskConnections } from "#server/features/integrations/desk.schema.ts";
import type { ConnectionView } from "#server/features/integrations/integrations.schema.ts";
import { VendorFault } from "#server/features/integrations/vendor-fault.ts";
import { openConnectionsHub } from "#test/support/connections.ts";
import { signInAdmin } from "#test/support/hub.ts";

const hub = await openConnectionsHub();
const { db, servicetitan, send, begin } = hub;
const staff = await signInAdmin(hub);
const before = { ...servicetitan.answers };

afterEach(async () => {
  await db.delete(connections);
  await db.delete(outbox);
  await db.delete(limits);
  servicetitan.calls.length = 0;
  Object.assign(servicetitan.answers, before);
});

const view = async (response: Promise<Response>) => (await (await response).json()) as ConnectionView;
const submit = (id: string, tenantId = "123456") => send("POST", `/api/connections/${id}/tenant`, { tenantId });
const decide = (id: string, decision: object, as = staff) =>
  send("POST", `/api/desk/connections/${id}/tenant`, decision, as);
const enter = (id: string, values: object) => send("POST", `/api/connections/${id}/credentials`, { values });
const keys = { clientId: "cid", clientSecret: "the-secret-of-acme" };

test("a Tenant ID waits, is approved, and then keys connect it", async () => {
  const { id } = await begin("servicetitan");
  expect((await enter(id, keys)).status).toBe(422);
  const waiting = await view(submit(id));
  expect(waiting).toMatchObject({ state: "waiting", tenant: { tenantId: "123456", state: "waiting", note: null } });
  expect((await enter(id, keys)).status).toBe(422);

  const decided = (await (await decide(id, { decision: "approved", note: "Welcome." })).json()) as DeskConnectionDetail;
  expect(decided).toMatchObject({ state: "approved", tenant: { state: "approved", note: "Welcome." } });
  expect(decided.events.map(({ who, what }) => [who, what])).toEqual([
    ["admin@example.com", "tenant_approved"],
    ["acme@example.com", "tenant_submitted"],
  ]);
  const [toSupport, mail] = await db.select().from(outbox).orderBy(outbox.id);
  expect(toSupport?.payload).toMatchObject({
    to: "support@example.com",
    text: expect.stringMatching(new RegExp(`acme@example\\.com sent.*123456[^]*connection=${id}`)),
  });
  expect(mail?.payload).toMatchObject({
    to: "acme@example.com",
    text: expect.stringMatching(/approved[^]*\/setup\/servicetitan\/[^]*Welcome\./),
  });

  const connected = await view(enter(id, keys));
  expect(connected).toMatchObject({ state: "connected", account: { id: "acc-1" } });
  expect(JSON.stringify(connected)).not.toContain(keys.clientSecret);
});

test("a refusal says why, and another Tenant ID can be asked for then", async () => {
  const { id } = await begin("servicetitan");
  await submit(id);
  expect((await submit(id, "99999")).status).toBe(409);
  expect((await submit(id)).status).toBe(200);
  expect((await decide(id, { decision: "refused" })).status).toBe(400);
  await decide(id, { decision: "refused", note: "This is another company's." });
  expect(await view(send("GET", `/api/connections/${id}`))).toMatchObject({
    state: "refused",
    tenant: { state: "refused", note: "This is another company's." },
  });
  expect(await view(submit(id, "99999"))).toMatchObject({ state: "waiting", tenant: { tenantId: "99999" } });
});

test.each([
  ["approved", "ist freigegeben", "Fahren Sie mit der Einrichtung fort"],
  ["refused", "ist nicht freigegeben", "Berichtigen Sie sie"],
])("what was sent on a German page is %s in German, with the note as staff wrote it", async (decision, said, next) => {
  const { id } = await begin("servicetitan");
  await send("POST", `/api/connections/${id}/tenant?language=de`, { tenantId: "123456" });
  await decide(id, { decision, note: "So it is." });
  const [toSupport, mail] = await db.select().from(outbox).orderBy(outbox.id);
  expect(toSupport?.payload).toMatchObject({ text: expect.stringContaining("acme@example.com sent") });
  expect(mail?.payload).toMatchObject({
    subject: `Referral Factory: Ihre ServiceTitan Tenant ID ${said}`,
    text: expect.stringMatching(new RegExp(`${next}[^]*/de/setup/servicetitan/[^]*So it is\\.`)),
  });
});

test("is asked for once and decided once, twenty times at once", async () => {
  const { id } = await begin("servicetitan");
  const asked = await Promise.all(Array.from({ length: 9 }, () => submit(id)));
  expect(asked.every(({ status }) => status === 200)).toBe(true);
  const decided = await Promise.all(
    Array.from({ length: 20 }, (_, at) => decide(id, { decision: at % 2 ? "approved" : "refused", note: "so" })),
  );
  expect(decided.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(19).fill(409)]);
  // one to support, one to who asked
  expect(await db.select().from(outbox)).toHaveLength(2);
  const events = await db.select().from(connectionEvents).where(eq(connectionEvents.connectionId, id));
  expect(events).toHaveLength(2);
});

test("keys are tried as they are entered: what the CRM says of them is said, and nothing is kept", async () => {
  const { id } = await begin("servicetitan");
  await submit(id);
  await decide(id, { decision: "approved" });
  const empty = await enter(id, { clientId: "cid", extra: "x" });
  expect(await empty.json()).toMatchObject({
    status: 422,
    errors: [{ field: "values.clientSecret", reason: "Enter the Client Secret." }, { field: "values.extra" }],
  });
  servicetitan.answers.account = () => {
    throw new VendorFault("wrong_key", "invalid_client");
  };
  const refused = await (await enter(id, keys)).text();
  expect(refused).toContain("ServiceTitan does not know the keys it was given.");
  expect(refused).not.toContain(keys.clientSecret);
  const [row] = await db.select().from(connections);
  expect(row).toMatchObject({ state: "approved", grant: null });
});

test("a Tenant ID is a number, and only ServiceTitan wants one", async () => {
  const { id } = await begin("servicetitan");
  for (const tenantId of ["abc", "12", "1".repeat(21)]) expect((await submit(id, tenantId)).status).toBe(400);
  expect((await submit((await begin("hubspot")).id)).status).toBe(422);
});

test("the desk lists what waits first, then what fails, finds by words, and is for staff alone", async () => {
  const waiting = await begin("servicetitan");
  await submit(waiting.id);
  const fine = await hub.connect();
  const failing = await hub.connect("other.s1");
  await db.update(connections).set({ state: "reconnect" }).where(eq(connections.id, failing.id));
  const list = async (query: string) =>
    (await (await send("GET", `/api/desk/connections?${query}`, undefined, staff)).json()) as DeskConnections;
  const ids = async (query: string) => (await list(query)).connections.map(({ id }) => id);
  expect(await list("")).toMatchObject({ waiting: 1, failing: 1, next: null });
  expect(await ids("")).toEqual([waiting.id, failing.id, fine.id]);
  expect(await ids("show=waiting")).toEqual([waiting.id]);
  expect(await ids("show=failing")).toEqual([failing.id]);
  expect(await ids("integration=hubspot")).toEqual([failing.id, fine.id]);
  expect(await ids("q=OTHER%20company")).toEqual([failing.id]);
  expect(await ids("q=acme%40example")).toEqual([fine.id]);
  expect((await send("GET", "/api/desk/connections?after=nowhere", undefined, staff)).status).toBe(400);
  for (const path of ["connections", `connections/${fine.id}`, "access-requests"])
    expect((await send("GET", `/api/desk/${path}`)).status, path).toBe(401);
  expect((await decide(waiting.id, { decision: "approved" }, "")).status).toBe(401);
  expect((await send("GET", "/api/desk/connections/con_none", undefined, staff)).status).toBe(404);
  expect((await decide("con_none", { decision: "approved" })).status).toBe(404);
});

test("a long list is read page by page, each connection once", async () => {
  const { id: first } = await begin();
  const [row] = await db.select().from(connections);
  if (!row) throw new Error("no connection was made");
  for (let at = 0; at < 59; at++) {
    const id = `con_${String(at).padStart(3, "0")}`;
    await db.insert(workspaces).values({ id: `ws${at}`, name: "Many", createdAt: new Date() });
    await db.insert(connections).values({ ...row, id, workspaceId: `ws${at}`, state: at % 3 ? "new" : "waiting" });
  }
  const read = async (after: string | null) => {
    const query = after ? `?after=${encodeURIComponent(after)}` : "";
    return (await (await send("GET", `/api/desk/connections${query}`, undefined, staff)).json()) as DeskConnections;
  };
  const one = await read(null);
  const two = await read(one.next);
  expect([one.connections.length, two.connections.length, two.next]).toEqual([50, 10, null]);
  const all = [...one.connections, ...two.connections];
  expect(new Set(all.map(({ id }) => id)).size).toBe(60);
  expect(all.slice(0, 20).every(({ state }) => state === "waiting")).toBe(true);
  expect(all.some(({ id }) => id === first)).toBe(true);
});
