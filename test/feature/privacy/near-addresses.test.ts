import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { audit } from "#db/schema/audit.ts";
import { connectionChecks, connectionEvents, connections } from "#db/schema/connections.ts";
import { escalations } from "#db/schema/escalation.ts";
import { idempotencyKeys } from "#db/schema/idempotency.ts";
import { limits } from "#db/schema/limits.ts";
import { outbox } from "#db/schema/outbox.ts";
import { customerVerifications, workspaces } from "#db/schema/workspaces.ts";
import type { PersonErased, PersonFound } from "#server/features/privacy/privacy.schema.ts";
import { dumpDatabase } from "#test/support/dump-database.ts";
import { openTestHub, signInAdmin } from "#test/support/hub.ts";
import { withJson } from "#test/support/request.ts";

const hub = await openTestHub({ env: { SMTP_URL: "smtp://127.0.0.1:1" } });
const { app, db, deps } = hub;
const cookie = await signInAdmin(hub);
const now = new Date();
const soon = new Date(now.getTime() + 3_600_000);
const stamps = { createdAt: now, updatedAt: now };

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  app.request(`/api${path}`, withJson("POST", body, headers));
const asAdmin = (path: string, body: unknown) =>
  post(`/desk/privacy/${path}`, body, { cookie, origin: deps.config.publicUrl });

await db.insert(workspaces).values({ id: "ws", externalId: "acme", name: "Acme", createdAt: now });
await db.insert(connections).values({
  ...{ id: "con", workspaceId: "ws", integration: "hubspot", site: "main", state: "connected", draft: {} },
  ...{ ownerEmail: null, missedChecks: 0, toldFailed: false, version: 0, grantVersion: 0, ...stamps },
});

let people = 0;
/** What the hub keeps of somebody in columns that hold more than an address. */
async function leaveTraces(address: string): Promise<void> {
  const n = ++people;
  await post("/escalations", { email: address, message: `The words of <${address}>`, trail: [] });
  const parcel = { kind: "email", attempts: 1, nextAt: now, createdAt: now, sentAt: now, state: "sent" } as const;
  const told = { ...parcel, id: `told-${n}`, dedupeKey: `told-${n}` };
  await db.insert(outbox).values({ ...told, payload: { to: "x@y.example", text: `Hello,\n${address} asked` } });
  const kept = { scope: "a", key: `key-of:${address}`, requestHash: "h", response: "r" } as const;
  await db.insert(idempotencyKeys).values({ ...kept, createdAt: now });
  await db.insert(limits).values({ key: `sign-in-as:${address}:1`, until: soon.getTime() });
  const link = { id: `ver-${n}`, identifier: "hash", value: JSON.stringify({ email: address }) };
  await db.insert(customerVerifications).values({ ...link, expiresAt: soon, ...stamps });
  const check = { id: `check-${n}`, connectionId: "con", at: now, state: "ok", by: "hub" } as const;
  await db.insert(connectionChecks).values({ ...check, results: [{ says: `Seen: ${address}` }] });
  const event = { id: `cev-${n}`, connectionId: "con", workspaceId: "ws", at: now, who: "hub", what: "traced" };
  await db.insert(connectionEvents).values({ ...event, detail: { contact: address } });
  const entry = {
    id: `aud-${n}`,
    at: now,
    staffId: "s",
    staffName: "S",
    action: "case.seen",
    kind: "case",
    objectId: "o",
  };
  await db.insert(audit).values({ ...entry, detail: { about: address } });
}
const linesOf = async (address: string) =>
  (await dumpDatabase(deps.config.databaseUrl)).filter((line) => line.includes(address)).sort();

describe.each([
  ["sam@acme.example", "sam@acme.example.com"],
  ["ann@corp.example", "joann@corp.example"],
])("what is kept about %s", (address, other) => {
  test(`is not what is kept about ${other}`, async () => {
    await leaveTraces(other);
    const before = await linesOf(other);
    await leaveTraces(address);
    const found = (await (await asAdmin("lookup", { address })).json()) as PersonFound;
    expect(found.counts).toMatchObject({ cases: 1, connections: 2 });
    expect([found.inLog, found.namedIn]).toEqual([1, []]);
    const text = await (await asAdmin("export", { address })).text();
    expect(text).not.toContain(other);
    const erased = (await (await asAdmin("erase", { address, confirm: address })).json()) as PersonErased;
    expect(erased.counts.cases).toBe(1);
    expect(await linesOf(other)).toEqual(before);
    const left = (await linesOf(address)).filter((line) => !line.includes(other));
    expect(left).toEqual([expect.stringMatching(/^audit\.detail: /)]);
  });
});

test("what was sent about others' cases that name the address is not handed over, and goes when it is erased", async () => {
  const address = "bo@example.net";
  await db.delete(limits);
  await post("/escalations", { email: "kim@example.net", message: `Ask ${address}, says Kim`, trail: [] });
  const [kims] = await db.select().from(escalations).where(eq(escalations.email, "kim@example.net"));
  await db.update(outbox).set({ state: "sent", sentAt: now });
  expect(await (await asAdmin("export", { address })).text()).not.toContain("says Kim");
  const erased = (await (await asAdmin("erase", { address, confirm: address })).json()) as PersonErased;
  expect(erased.namedIn.map(({ id }) => id)).toEqual([kims?.id]);
  expect((await linesOf(address)).filter((line) => line.startsWith("outbox."))).toEqual([]);
});
