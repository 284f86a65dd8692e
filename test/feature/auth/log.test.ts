import { and, eq, lt, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { audit } from "#db/schema/audit.ts";
import { webhooks } from "#db/schema/api.ts";
import { gaps } from "#db/schema/gaps.ts";
import { limits } from "#db/schema/limits.ts";
import { outbox } from "#db/schema/outbox.ts";
import { noteAudit } from "#server/auth/note-audit.ts";
import type { Log } from "#server/features/desk/log.schema.ts";
import { putCase } from "#test/support/cases.ts";
import { openTestHub, sessionCookie } from "#test/support/hub.ts";
import { caller, enterAs, makeStaff, PASSWORD } from "#test/support/staff.ts";

let now = new Date("2026-11-23T09:00:00Z");
const clock = { now: () => now };
const hub = await openTestHub({ clock });
const { db } = hub;
const call = caller(hub);
const ada = { id: await makeStaff(hub, { role: "admin", name: "Ada" }), name: "Ada" };
const admin = await enterAs(hub, ada.id);
const note = (action: string, objectId: string, detail?: Record<string, unknown>) =>
  db.transaction((tx) => noteAudit(tx, clock, ada, { action, objectId, detail }));
const read = async (query = ""): Promise<Log> => (await call("GET", `/desk/log${query}`, admin)).json();

test("is read newest first, page by page, each line once", async () => {
  for (let count = 0; count < 60; count++) {
    // half of them in one millisecond
    if (count % 2) now = new Date(now.getTime() + 1000);
    await note("case.solved", `esc_${count % 3}`);
  }
  const first = await read("?kind=case");
  const second = await read(`?kind=case&cursor=${encodeURIComponent(first.next ?? "")}`);
  expect([first.items.length, second.items.length, second.next]).toEqual([50, 10, null]);
  const all = [...first.items, ...second.items];
  expect(new Set(all.map(({ id }) => id)).size).toBe(60);
  expect(all.map(({ at }) => at)).toEqual(
    all
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  );
});

test("is narrowed by person, kind and object, and says which there are", async () => {
  await note("article.dismissed", "syncing/x", { reason: "moved" });
  const log = await read();
  expect(log.kinds).toEqual(["article", "case", "staff"]);
  expect(log.people).toEqual([ada]);
  expect((await read("?kind=article")).items).toMatchObject([
    { action: "article.dismissed", objectId: "syncing/x", staffName: "Ada", detail: { reason: "moved" } },
  ]);
  expect((await read("?kind=case&object=esc_1")).items).toHaveLength(20);
  expect((await read("?by=usr_nobody")).items).toEqual([]);
  expect((await call("GET", "/desk/log?cursor=made-up", admin)).status).toBe(400);
});

test("calls a gap by its title, a webhook by its address and a delivery by its case", async () => {
  const counts = { questions: 1, searches: 0, count: 1, lastAt: now };
  const gap = { ...counts, title: "brass bands", named: false, state: "open", version: 1, createdAt: now } as const;
  await db.insert(gaps).values({ id: "gap_1", ...gap });
  const hook = { url: "https://a.example/hook", secret: "", events: [], on: true, madeBy: ada.id, createdAt: now };
  await db.insert(webhooks).values({ id: "whk_1", ...hook });
  await putCase(db, "named", { createdAt: now });
  const mail = { kind: "email", dedupeKey: "1", payload: {}, ref: "named", state: "dead" } as const;
  await db.insert(outbox).values({ id: "out_1", ...mail, attempts: 1, nextAt: now, createdAt: now });
  const deeds = { gap_1: "gap.dismissed", whk_1: "webhook.replayed", out_1: "delivery.retried", named: "case.noted" };
  for (const [id, action] of Object.entries(deeds)) await note(action, id);
  const names = { gap_1: "brass bands", whk_1: hook.url, out_1: "RF-named", named: "RF-named" };
  for (const [id, reference] of Object.entries(names))
    expect((await read(`?object=${id}`)).items).toMatchObject([{ objectId: id, reference }]);
});

describe("the database", () => {
  const rewrite = () => db.update(audit).set({ staffName: "Eve" }).where(eq(audit.action, "article.dismissed"));
  const forget = () => db.delete(audit).where(eq(audit.action, "article.dismissed"));

  test("refuses to change a line, and to delete one of the last thirty days", async () => {
    now = new Date();
    await note("article.dismissed", "syncing/y");
    await expect(rewrite()).rejects.toThrow();
    await expect(forget()).rejects.toThrow();
    await expect(db.transaction(async (tx) => tx.delete(audit).where(sql`1 = 1`))).rejects.toThrow();
    expect((await read("?object=syncing/y")).items).toHaveLength(1);
  });

  test("lets older ones go, for their time is up", async () => {
    now = new Date(Date.now() - 31 * 24 * 60 * 60_000);
    await note("case.reopened", "esc_old");
    await db.delete(audit).where(and(eq(audit.action, "case.reopened"), lt(audit.at, new Date(now.getTime() + 1))));
    expect((await read("?object=esc_old")).items).toEqual([]);
  });
});

test("sign-ins are noted one by one, failed ones by their count", async () => {
  now = new Date();
  const email = "admin@example.com";
  const tries: number[] = [];
  for (let guess = 0; guess < 12; guess++) {
    // past the limits of an address, within one hour
    if (guess === 6) await db.delete(limits);
    tries.push((await call("POST", "/auth/sign-in/email", "", { email, password: "wrong guess" })).status);
  }
  expect(tries).toEqual(Array(12).fill(401));
  const failed = (await read(`?by=${ada.id}`)).items.filter(({ action }) => action === "staff.sign-in-failed");
  expect(failed.map(({ detail }) => detail)).toEqual([{ count: 10 }, { count: 1 }]);
  await call("POST", "/auth/sign-in/email", "", {
    email: "password123@example.com",
    password: "typed into the wrong field",
  });
  const unknown = (await read("?by=unknown")).items;
  expect(unknown).toMatchObject([{ staffName: "Somebody without an account", objectId: null, detail: { count: 1 } }]);
  expect(JSON.stringify(await db.select().from(audit))).not.toContain("password123");
  const entered = await call("POST", "/auth/sign-in/email", "", { email, password: PASSWORD });
  expect(sessionCookie(entered)).toContain("session_token");
  expect((await read(`?object=${ada.id}`)).items[0]).toMatchObject({
    action: "staff.signed-in",
    detail: { way: "password" },
  });
});
