import { like } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { audit } from "#db/schema/audit.ts";
import { escalations } from "#db/schema/escalation.ts";
import { outbox } from "#db/schema/outbox.ts";
import type { DeliveryList } from "#server/features/desk/deliveries.schema.ts";
import { openTestHub, signInAdmin } from "#test/support/hub.ts";
import { caller } from "#test/support/staff.ts";

const hub = await openTestHub({ env: { SLACK_WEBHOOK_URL: "https://hooks.slack.com/services/T0/B0/word" } });
const { db } = hub;
const cookie = await signInAdmin(hub);
const now = new Date("2026-11-23T09:00:00.000Z");

const send = (method: string, path: string, body?: unknown, as = cookie) =>
  caller(hub)(method, `/desk/deliveries${path}`, as, body);
const list = async (query = "") => (await (await send("GET", query)).json()) as DeliveryList;

async function put(id: string, change: Partial<typeof outbox.$inferInsert> = {}): Promise<void> {
  const row = { id, kind: "slack", dedupeKey: id, payload: {}, attempts: 12, nextAt: now, createdAt: now };
  await db.insert(outbox).values({ ...row, state: "dead", lastError: "Slack answered 404 no_service", ...change });
}

beforeEach(async () => void (await db.delete(outbox)));

test("what was given up is listed with what was said and the case it is about; what waits, with its next try", async () => {
  await db.insert(escalations).values({
    id: "esc_1",
    reference: "RF-AAAA-001",
    receiptHash: "h",
    receiptExpiresAt: now,
    email: "a@example.com",
    message: "Help",
    trail: [],
    state: "new",
    version: 1,
    createdAt: now,
    updatedAt: now,
  });
  await put("dead", { ref: "esc_1" });
  await put("waits", { kind: "email", state: "waiting", attempts: 2, lastError: null });
  await put("sent", { state: "sent" });
  const dead = await list();
  expect(dead.deliveries).toEqual([
    {
      id: "dead",
      kind: "slack",
      state: "dead",
      attempts: 12,
      lastError: "Slack answered 404 no_service",
      nextAt: null,
      createdAt: now.toISOString(),
      case: { id: "esc_1", reference: "RF-AAAA-001" },
    },
  ]);
  const waiting = await list("?state=waiting");
  expect(waiting.deliveries).toMatchObject([{ id: "waits", case: null, nextAt: now.toISOString() }]);
  expect(dead.channels.map(({ kind, state, waiting: waits, dead: given }) => [kind, state, waits, given])).toEqual([
    ["email", "off", 1, 0],
    ["webhook", "off", 0, 0],
    ["slack", "on", 0, 1],
    ["zendesk", "off", 0, 0],
    ["chatwoot", "off", 0, 0],
  ]);
  expect((await list("?kind=zendesk")).deliveries).toEqual([]);
});

test("a long list has every row once, page by page", async () => {
  for (let index = 0; index < 120; index++)
    await put(`row-${String(index).padStart(3, "0")}`, { nextAt: new Date(now.getTime() + (index % 7) * 1000) });
  const seen: string[] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const page: DeliveryList = await list(`?kind=slack${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    seen.push(...page.deliveries.map(({ id }) => id));
    cursor = page.next;
  }
  expect(seen).toHaveLength(120);
  expect(new Set(seen).size).toBe(120);
  expect((await list()).channels.find(({ kind }) => kind === "slack")?.dead).toBe(120);
});

test("one is sent again, or all that a channel gave up; both are in the log, with who did it", async () => {
  for (const id of ["a", "b", "c"]) await put(id);
  await put("other", { kind: "email" });
  await put("done", { state: "sent" });
  expect((await send("POST", "/a/retry")).status).toBe(204);
  expect((await send("POST", "/done/retry")).status).toBe(404);
  const all = await send("POST", "/retry", { kind: "slack" });
  expect(await all.json()).toEqual({ again: 2 });
  const rows = await db.select({ id: outbox.id, state: outbox.state, attempts: outbox.attempts }).from(outbox);
  expect(
    rows
      .filter(({ state }) => state === "waiting")
      .map(({ id, attempts }) => `${id} ${attempts}`)
      .toSorted(),
  ).toEqual(["a 0", "b 0", "c 0"]);
  const noted = await db.select().from(audit).where(like(audit.action, "deliver%")).orderBy(audit.at, audit.id);
  expect(noted.map(({ action, objectId, detail }) => [action, objectId, detail])).toEqual([
    ["delivery.retried", "a", null],
    ["deliveries.retried", "slack", { count: 2 }],
  ]);
  expect((await send("POST", "/retry", { kind: "fax" })).status).toBe(404);
});

test("nobody but staff sees them, or sends again", async () => {
  await put("dead");
  for (const [path, method] of [
    ["", "GET"],
    ["/dead/retry", "POST"],
    ["/retry", "POST"],
  ] as const)
    expect((await send(method, path, path === "/retry" ? { kind: "slack" } : undefined, "")).status).toBe(401);
  expect((await db.select().from(outbox))[0]?.state).toBe("dead");
});
