import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Db } from "#db/database.ts";
import { openDatabase } from "#db/database.ts";
import { DatabaseUnavailable } from "#db/errors.ts";
import { vendorStatus } from "#db/schema/status.ts";
import { createApp } from "#server/app.ts";
import { statuspage } from "#test/fakes/status-bodies.ts";
import { startStatusPages } from "#test/fakes/status-pages.ts";
import { openTestHub } from "#test/support/hub.ts";
import { getStatus, vendorIn } from "#test/support/status.ts";

const pages = await startStatusPages();
afterAll(() => pages.close());
let now = new Date("2026-11-23T12:00:00Z");
const pass = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000));
const { deps, db } = await openTestHub({ clock: { now: () => now }, hub: { integrations: pages.integrations } });
const start = (change: Partial<typeof deps> = {}) => createApp({ ...deps, ...change });

beforeEach(async () => {
  await db.delete(vendorStatus);
  pass(3600);
});

describe("what was read", () => {
  test("outlives a restart: within the minute it is not read again", async () => {
    await getStatus(start());
    const before = pages.reads("hubspot");
    const seen = now.toISOString();
    pass(30);
    expect(vendorIn(await getStatus(start()), "hubspot")).toMatchObject({ state: "operational", seenAt: seen });
    expect(pages.reads("hubspot")).toBe(before);
  });

  test("outlives a restart as the time that a page was seen, when it cannot be read any more", async () => {
    await getStatus(start());
    const seen = now.toISOString();
    pages.break("hubspot", "error");
    pass(300);
    const status = await getStatus(start());
    pages.mend("hubspot");
    expect(vendorIn(status, "hubspot")).toMatchObject({
      state: "unknown",
      seenAt: seen,
      reason: expect.stringMatching(/503/),
    });
  });

  test("at another address than today's is not told", async () => {
    await getStatus(start());
    const moved = pages.integrations.map((each) => ({ ...each, statusUrl: `${each.statusUrl}/moved` }));
    pages.break("hubspot", "error");
    pass(61);
    const status = await getStatus(start({ hub: { ...deps.hub, integrations: moved } }));
    pages.mend("hubspot");
    expect(vendorIn(status, "hubspot")).toMatchObject({ state: "unknown", seenAt: null });
  });

  test("as something else than today's version would keep is read again, not tripped over", async () => {
    await getStatus(start());
    await db.update(vendorStatus).set({ payload: { incidents: "none" } });
    pass(61);
    expect(vendorIn(await getStatus(start()), "hubspot").state).toBe("operational");
  });
});

describe("two processes over one database", () => {
  test("share one read of each page, and both tell it", async () => {
    const other = await openDatabase(deps.config.databaseUrl);
    const both = [start(), start({ db: other })];
    const before = pages.reads("hubspot");
    for (const expected of [1, 2]) {
      const told = await Promise.all(both.flatMap((app) => [getStatus(app), getStatus(app)]));
      for (const status of told) expect(vendorIn(status, "hubspot").state).toBe("operational");
      expect(pages.reads("hubspot") - before).toBe(expected);
      pass(600);
    }
    await other.close();
  });

  test("take over from each other: who claimed and died is waited for a minute at most", async () => {
    const late = { url: "", incidents: [], reason: null, at: null };
    const row = { integration: "hubspot", state: "unknown", payload: late, seenAt: null, triedAt: now };
    await db.insert(vendorStatus).values(row);
    const app = start();
    expect(vendorIn(await getStatus(app), "hubspot")).toMatchObject({
      state: "unknown",
      reason: expect.stringMatching(/being read now/),
    });
    pass(61);
    expect(vendorIn(await getStatus(start()), "hubspot").state).toBe("operational");
  });
});

describe("without the database", () => {
  const away = (): never => {
    throw new DatabaseUnavailable("away");
  };
  const broken: Db = { ...db, select: away, insert: away, update: away };

  test("the vendors' pages are read all the same, and what cannot be kept is said", async () => {
    pages.say("hubspot", statuspage({ indicator: "critical" }));
    const app = start({ db: broken });
    const before = pages.reads("hubspot");
    const status = await getStatus(app);
    expect(vendorIn(status, "hubspot").state).toBe("down");
    expect(status.hub.find(({ part }) => part === "database")).toMatchObject({ state: "warning" });
    pass(30);
    await getStatus(app);
    expect(pages.reads("hubspot") - before).toBe(1);
    pages.say("hubspot", statuspage());
  });
});

test("why a vendor's state is not known is said in the language of who asks, whoever had it read", async () => {
  pages.break("hubspot", "error");
  expect(vendorIn(await getStatus(start()), "hubspot").reason).toMatch(/^The vendor.*503/);
  pages.mend("hubspot");
  const german = (path: string) => start().request(path, { headers: { "accept-language": "de" } });
  const { reason } = vendorIn(await getStatus({ request: german }), "hubspot");
  expect(reason).toBe("Die Statusseite des Anbieters hat mit 503 geantwortet.");
});
