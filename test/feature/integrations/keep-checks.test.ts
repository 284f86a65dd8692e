import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { connectionChecks, connections } from "#db/schema/connections.ts";
import { newId } from "#server/core/ids.ts";
import type { ConnectionCheck } from "#server/features/integrations/checks.schema.ts";
import { claimDue, giveBack, nextCheck, settleDue } from "#server/features/integrations/checks/claim-due.ts";
import { keepCheck, listChecks, wasWell } from "#server/features/integrations/checks/keep-check.ts";
import { addChecks, addConnection } from "#test/support/connected.ts";
import { freshDatabase } from "#test/support/database.ts";

const { db } = await freshDatabase();
const check = (change: Partial<ConnectionCheck> = {}): ConnectionCheck => ({
  id: newId("chk"),
  at: new Date().toISOString(),
  state: "ok",
  by: "hub",
  results: [],
  ...change,
});
const keep = (id: string, made: ConnectionCheck) => db.transaction((tx) => keepCheck(tx, id, made));
const rowOf = async (id: string) => (await db.select().from(connections).where(eq(connections.id, id)))[0];

describe("checks that are kept", () => {
  it("are the latest fifty of each connection, and none of another one's", async () => {
    const [one, other] = [await addConnection(db), await addConnection(db)];
    await addChecks(
      db,
      one.id,
      Array.from({ length: 50 }, () => "ok"),
    );
    await addChecks(db, other.id, ["failed"]);
    const newest = check({ state: "failed" });
    expect(await keep(one.id, newest)).toBe(true);
    const kept = await listChecks(db, one.id);
    expect(kept).toHaveLength(50);
    expect(kept[0]).toEqual(newest);
    expect(await db.$count(connectionChecks, eq(connectionChecks.connectionId, one.id))).toBe(50);
    expect(await listChecks(db, other.id)).toHaveLength(1);
    expect(await rowOf(one.id)).toMatchObject({ checkState: "failed", checkedAt: new Date(newest.at) });
  });

  it("stay fifty when twenty come at once", async () => {
    const { id } = await addConnection(db);
    await addChecks(
      db,
      id,
      Array.from({ length: 45 }, () => "ok"),
    );
    await Promise.all(Array.from({ length: 20 }, () => keep(id, check())));
    expect(await db.$count(connectionChecks, eq(connectionChecks.connectionId, id))).toBe(50);
  });

  it("of a connection that is gone are not kept", async () => {
    expect(await keep("con_gone", check())).toBe(false);
  });

  it("let the owner be told again once it was well, a warning included", async () => {
    const { id } = await addConnection(db, { toldFailed: true });
    await keep(id, check({ state: "failed" }));
    expect((await rowOf(id))?.toldFailed).toBe(true);
    expect(await wasWell(db, id)).toBe(false);
    await keep(id, check({ state: "warning" }));
    expect((await rowOf(id))?.toldFailed).toBe(false);
    expect(await wasWell(db, id)).toBe(true);
  });
});

describe("what is due", () => {
  it("is claimed once, however many ask at once, and again when the claim has run out", async () => {
    await db.delete(connections);
    const now = new Date();
    const rows = await Promise.all(
      [1, 2, 3].map((minutes) => addConnection(db, { nextCheckAt: new Date(now.getTime() - minutes * 60_000) })),
    );
    await addConnection(db, { nextCheckAt: new Date(now.getTime() + 1000) });
    await addConnection(db, { nextCheckAt: null });
    await addConnection(db, { integration: "intercom" });
    const claimed = await Promise.all(Array.from({ length: 20 }, () => claimDue(db, "hubspot", now)));
    const ids = claimed.flatMap((row) => (row ? [row.id] : []));
    expect(ids.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
    expect(await claimDue(db, "hubspot", now)).toBeUndefined();
    const later = new Date(now.getTime() + 61_000);
    expect((await claimDue(db, "hubspot", later))?.id).toBe(rows[2]?.id);
  });

  it("is given back as it was, or settled; whoever lost the claim changes nothing", async () => {
    await db.delete(connections);
    const { id } = await addConnection(db);
    const now = new Date();
    const first = await claimDue(db, "hubspot", now);
    if (!first) throw new Error("nothing was due");
    await giveBack(db, first);
    const second = await claimDue(db, "hubspot", new Date(now.getTime() + 5));
    if (!second) throw new Error("nothing was given back");
    await settleDue(db, first, now, 3);
    expect(await rowOf(id)).toMatchObject({ missedChecks: 0, checkUntil: second.checkUntil });
    await settleDue(db, second, now, 1);
    const settled = await rowOf(id);
    expect(settled).toMatchObject({ missedChecks: 1, checkUntil: null });
    expect(settled?.nextCheckAt?.getTime()).toBeGreaterThan(now.getTime() + 1.7 * 3_600_000);
  });
});

it("the next check is in about an hour, and later after each that could not be made, to eight hours", () => {
  const hours = (missed: number, random: number) =>
    Math.round((nextCheck(new Date(0), missed, random).getTime() / 3_600_000) * 100) / 100;
  expect([hours(0, 0), hours(0, 0.5), hours(0, 1)]).toEqual([0.9, 1, 1.1]);
  expect([1, 2, 3, 4, 30].map((missed) => hours(missed, 0.5))).toEqual([2, 4, 8, 8, 8]);
});
