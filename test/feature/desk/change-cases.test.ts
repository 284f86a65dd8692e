import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { audit } from "#db/schema/audit.ts";
import { user } from "#db/schema/auth.ts";
import { escalations, messages } from "#db/schema/escalation.ts";
import { hashSecret } from "#server/core/ids.ts";
import { CaseChanged, CaseChangesMade, CaseConflict } from "#server/features/desk/cases.schema.ts";
import { CaseList } from "#server/features/desk/desk.schema.ts";
import { closeOnReceipt, replyOnReceipt } from "#server/features/escalation/answer-receipt.ts";
import { openEscalation } from "#server/features/escalation/open-escalation.ts";
import { putCase, putColleague } from "#test/support/cases.ts";
import { openTestHub, signInAdmin } from "#test/support/hub.ts";
import { openDesk } from "#test/support/staff.ts";

let now = new Date("2026-11-23T09:00:00.000Z");
const hub = await openTestHub({ clock: { now: () => now } });
const { db, deps } = hub;
const desk = openDesk(hub, await signInAdmin(hub));
await putColleague(db, "mara", "Mara");
await putColleague(db, "wilma", "Wilma", "writer");
const hour = (hours: number) => new Date(Date.UTC(2026, 10, 23, 9 + hours));

async function call(method: string, path: string, body?: object): Promise<{ status: number; body: unknown }> {
  const response = await desk.send(method, path, body);
  return { status: response.status, body: await response.json() };
}
const patch = (id: string, change: object) => call("PATCH", `cases/${id}`, change);
const bulk = async (changes: object[]) => CaseChangesMade.parse((await call("POST", "case-changes", { changes })).body);
const read = async (id: string) => {
  const { cases } = CaseList.parse((await call("GET", `cases?q=RF-${id}`)).body);
  return cases.find((each) => each.id === id);
};
const rowOf = async (id: string) => (await db.select().from(escalations).where(eq(escalations.id, id)))[0];

test("a change sets what it names and nothing else, is noted, and says what takes it back", async () => {
  await putCase(db, "one", { createdAt: hour(-1) });
  const change = { ownerId: "mara", priority: "high", tags: ["Billing", "crm-setup"], subject: "Doubled contacts" };
  const { status, body } = await patch("one", { ...change, version: 1 });
  expect(status).toBe(200);
  expect(await read("one")).toMatchObject({
    ...{ state: "new", owner: { id: "mara", name: "Mara" }, priority: "high", subject: "Doubled contacts" },
    ...{ tags: ["billing", "crm-setup"], version: 2, updatedAt: now.toISOString() },
  });
  const { undo } = CaseChanged.parse(body);
  expect(undo).toEqual({ id: "one", version: 2, ownerId: null, priority: "normal", tags: [], subject: null });
  const [noted] = await db.select().from(audit).where(eq(audit.objectId, "one"));
  expect(noted).toMatchObject({
    action: "case.assigned",
    staffName: "Admin",
    detail: { version: 2, was: { tags: [] } },
  });
  await bulk([undo]);
  expect(await read("one")).toMatchObject({ owner: null, priority: "normal", tags: [], subject: "Nothing arrives" });
});

test("whoever saw an older version is told what it is now and who changed it; their change can be made then", async () => {
  await putCase(db, "late", { createdAt: hour(-1) });
  await patch("late", { state: "solved", version: 1 });
  const { status, body } = await patch("late", { priority: "urgent", version: 1 });
  expect(status).toBe(409);
  const conflict = CaseConflict.parse((body as { conflict: unknown }).conflict);
  expect(conflict).toMatchObject({
    by: "Admin",
    did: "solved",
    case: { state: "solved", version: 2, priority: "normal" },
  });
  expect((await patch("late", { priority: "urgent", version: conflict.case.version })).status).toBe(200);
  expect((await patch("nowhere", { priority: "urgent", version: 1 })).status).toBe(404);
});

test("of many, those that nobody else changed are changed; undo is one change as conditional as any", async () => {
  for (const id of ["b1", "b2", "b3"])
    await putCase(db, id, { createdAt: hour(-1), snoozedUntil: id === "b1" ? hour(5) : null });
  await patch("b2", { priority: "low", version: 1 });
  const made = await bulk(["b1", "b2", "b3", "b4"].map((id) => ({ id, version: 1, state: "solved" })));
  expect(made.changed.map(({ id }) => id)).toEqual(["b1", "b3"]);
  expect(made.conflicts.map(({ case: { id }, did }) => [id, did])).toEqual([["b2", "prioritised"]]);
  expect(made.gone).toEqual(["b4"]);
  await patch("b3", { priority: "low", version: 2 });
  const undone = await bulk(made.changed.map(({ undo }) => undo));
  expect(undone.changed.map(({ id }) => id)).toEqual(["b1"]);
  expect(undone.conflicts.map(({ case: { id } }) => id)).toEqual(["b3"]);
  expect(await read("b1")).toMatchObject({ state: "new", snoozedUntil: hour(5).toISOString() });
  expect(await rowOf("b1")).toMatchObject({ solvedAt: null, waitingSince: hour(-1) });
});

test("solving says when and ends the wait; opening again has them waiting since their first unanswered word", async () => {
  await putCase(db, "wait", { createdAt: hour(-5) });
  const say = (id: string, from: "agent" | "customer", createdAt: Date) =>
    db.insert(messages).values({ id, escalationId: "wait", from, author: "x", body: "x", createdAt });
  await say("w1", "agent", hour(-4));
  await say("w2", "customer", hour(-3));
  await say("w3", "customer", hour(-2));
  await patch("wait", { state: "solved", version: 1 });
  expect(await rowOf("wait")).toMatchObject({ solvedAt: now, waitingSince: null });
  await patch("wait", { state: "open", version: 2 });
  expect(await rowOf("wait")).toMatchObject({ solvedAt: null, waitingSince: hour(-3) });
});

test("the customer's next word ends a snooze and an end, and keeps how long they have been waiting", async () => {
  const escalation = openEscalation(deps);
  const id = "esc_receipt";
  const secret = "s".repeat(22);
  const kept = { receiptHash: hashSecret(secret), receiptExpiresAt: hour(500) };
  await putCase(db, id, { createdAt: hour(-2), ...kept, snoozedUntil: hour(40) });
  await replyOnReceipt(escalation, secret, { body: "Still nothing", once: "1", files: [] });
  expect(await rowOf(id)).toMatchObject({ state: "open", snoozedUntil: null, waitingSince: hour(-2) });
  await closeOnReceipt(escalation, secret);
  expect(await rowOf(id)).toMatchObject({ state: "solved", solvedAt: now, waitingSince: null });
  now = hour(1);
  await replyOnReceipt(escalation, secret, { body: "Again", once: "2", files: [] });
  expect(await rowOf(id)).toMatchObject({ state: "open", solvedAt: null, waitingSince: hour(1) });
  const { conflict } = (await patch(id, { state: "solved", version: 1 })).body as { conflict: unknown };
  expect(conflict).toMatchObject({ by: "esc_receipt@example.com", did: "wrote" });
});

test("what is not a colleague, a time to come, a tag or a change is refused, and nothing of it is done", async () => {
  await putCase(db, "bad", { createdAt: hour(-1) });
  await db.update(user).set({ banned: true }).where(eq(user.id, "mara"));
  const refused: [object, number][] = [
    [{ ownerId: "nobody-known" }, 422],
    [{ ownerId: "mara" }, 422],
    [{ ownerId: "wilma" }, 422],
    [{ snoozedUntil: hour(-1).toISOString() }, 400],
    [{ snoozedUntil: "2031-01-01T00:00:00.000Z" }, 400],
    [{ tags: ["two words"] }, 400],
    [{ tags: ["<b>"] }, 400],
    [{ tags: Array.from({ length: 11 }, (_, n) => `t${n}`) }, 400],
    [{ subject: "x".repeat(121) }, 400],
    [{ state: "lost" }, 400],
    [{}, 400],
  ];
  for (const [change, status] of refused)
    expect([change, (await patch("bad", { ...change, version: 1 })).status]).toEqual([change, status]);
  expect(await read("bad")).toMatchObject({ version: 1, state: "new" });
  const twice = [
    { id: "bad", version: 1, state: "open" },
    { id: "bad", version: 1, state: "open" },
  ];
  expect((await call("POST", "case-changes", { changes: twice })).status).toBe(400);
  const many = Array.from({ length: 101 }, (_, n) => ({ id: `c${n}`, version: 1, state: "open" }));
  expect((await call("POST", "case-changes", { changes: many })).status).toBe(400);
});

test("colleagues are those who work on cases; tags come with the hub's topics", async () => {
  expect((await call("GET", "staff")).body).toMatchObject({ staff: [{ name: "Admin" }] });
  await patch("bad", { tags: ["rare"], version: 1 });
  const { tags, topics } = (await call("GET", "tags")).body as { tags: unknown[]; topics: unknown[] };
  expect(tags).toEqual([{ tag: "rare", cases: 1 }]);
  expect(topics.length).toBeGreaterThan(0);
});
