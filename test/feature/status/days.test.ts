import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type Db, openDatabase } from "#db/database.ts";
import { DatabaseUnavailable } from "#db/errors.ts";
import { vendorDays, vendorStatus } from "#db/schema/status.ts";
import { createApp, openParts } from "#server/app.ts";
import { cleanUp } from "#server/clean-up.ts";
import { keepDay } from "#server/features/status/days/keep-days.ts";
import type { HubStatus } from "#server/features/status/status.schema.ts";
import { salesforceInstance, STATUS_BODIES, statuspage } from "#test/fakes/status-bodies.ts";
import { startStatusPages } from "#test/fakes/status-pages.ts";
import { openTestHub } from "#test/support/hub.ts";
import { getStatus } from "#test/support/status.ts";

const pages = await startStatusPages();
afterAll(() => pages.close());
const NOON = "2026-11-23T12:00:00Z"; // 14:00 where the support team is
let now = new Date(NOON);
const pass = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000));
const { deps, db } = await openTestHub({ clock: { now: () => now }, hub: { integrations: pages.integrations } });
const start = (change: Partial<typeof deps> = {}) => createApp({ ...deps, ...change });
const daysOf = (status: HubStatus, id: string) => status.integrations.find((each) => each.id === id)?.days;
const kept = async (id = "hubspot") => {
  const rows = await db.select().from(vendorDays);
  return rows.filter(({ integration }) => integration === id).map(({ day, state, hours }) => ({ day, state, hours }));
};
/** Counts what is written of days. */
function counting(): { db: Db; writes: () => number } {
  let writes = 0;
  const insert: Db["insert"] = (table) => {
    if ((table as unknown) === vendorDays) writes++; // the types of two tables have nothing in common
    return db.insert(table);
  };
  return { db: { ...db, insert }, writes: () => writes };
}

beforeEach(async () => {
  await db.delete(vendorStatus);
  await db.delete(vendorDays);
  for (const { id } of pages.integrations) pages.say(id, STATUS_BODIES[id]);
  now = new Date(NOON);
});

describe("a vendor's day", () => {
  test("is written once an hour, however many look and however often", async () => {
    const counted = counting();
    const app = start({ db: counted.db });
    await Promise.all(Array.from({ length: 20 }, () => getStatus(app)));
    expect(counted.writes()).toBe(pages.integrations.length);
    for (let minute = 0; minute < 50; minute += 10) {
      pass(10);
      await getStatus(app);
    }
    expect(counted.writes()).toBe(pages.integrations.length);
    pass(10); // 15:00
    await getStatus(app);
    expect(await kept()).toEqual([{ day: "2026-11-23", state: "operational", hours: 2 ** 14 + 2 ** 15 }]);
    expect(counted.writes()).toBe(2 * pages.integrations.length);
  });

  test("is its worst, and stays so when all is well again; the next one begins at the support team's midnight", async () => {
    const app = start();
    for (const indicator of ["minor", "critical", "minor", "none"]) {
      pages.say("hubspot", statuspage({ indicator }));
      pass(10);
      await getStatus(app);
    }
    expect(daysOf(await getStatus(app), "hubspot")).toEqual({
      until: "2026-11-23",
      since: "2026-11-23",
      says: "Trouble on 1 day of 1. Watched since 23 November.",
      breaks: [{ from: "2026-11-23", to: "2026-11-23", state: "down", says: "23 November: Down." }],
    });
    expect(daysOf(await getStatus(app), "intercom")?.breaks).toEqual([]);
    now = new Date("2026-11-23T22:00:00Z");
    await getStatus(app);
    expect(await kept()).toEqual([
      { day: "2026-11-23", state: "down", hours: 2 ** 14 },
      { day: "2026-11-24", state: "operational", hours: 1 },
    ]);
  });

  test("is said in the language that is asked for, whoever asked before", async () => {
    const app = start();
    pages.say("hubspot", statuspage({ indicator: "critical" }));
    pass(10);
    const inGerman = async () => (await (await app.request("/api/status?language=de")).json()) as HubStatus;
    expect(daysOf(await getStatus(app), "hubspot")?.says).toContain("Trouble on 1 day of 1.");
    const german = daysOf(await inGerman(), "hubspot");
    expect(german?.says).toBe("Gestört an 1 Tag von 1. Beobachtet seit dem 23. November.");
    expect(german?.breaks.map(({ says }) => says)).toEqual(["23. November: Ausgefallen."]);
    expect(daysOf(await getStatus(app), "hubspot")?.breaks[0]?.says).toBe("23 November: Down.");
  });

  test("is nothing where its page cannot be read", async () => {
    pages.break("hubspot", "error");
    const status = await getStatus(start());
    pages.mend("hubspot");
    expect(await kept()).toEqual([]);
    expect(daysOf(status, "hubspot")).toEqual({ until: "2026-11-23", since: null, says: "Not seen yet.", breaks: [] });
  });

  test("that the vendor's own list tells of is known though nobody looked then", async () => {
    const impacts = [{ startTime: "2026-11-19T10:00:00Z", endTime: "2026-11-20T11:00:00Z" }];
    pages.say("salesforce", salesforceInstance("OK", { Incidents: [{ id: 7, IncidentImpacts: impacts }] }));
    const { since, breaks } = daysOf(await getStatus(start()), "salesforce") ?? {};
    expect(since).toBe("2026-11-23");
    expect(breaks).toMatchObject([{ from: "2026-11-19", to: "2026-11-20", state: "degraded" }]);
  });

  test("that another process kept is told too; what was read at another address is not", async () => {
    const app = start();
    await getStatus(app);
    const other = await openDatabase(deps.config.databaseUrl);
    const url = pages.integrations.find(({ id }) => id === "hubspot")?.statusUrl ?? "";
    const day = { integration: "hubspot", day: "2026-11-22", state: "down", hours: 1 } as const;
    await keepDay(other, { ...day, url });
    await keepDay(other, { ...day, day: "2026-11-21", url: `${url}/before` });
    await other.close();
    pass(10);
    expect(daysOf(await getStatus(app), "hubspot")).toMatchObject({
      until: "2026-11-23",
      since: "2026-11-22",
      breaks: [{ from: "2026-11-22", to: "2026-11-22", state: "down" }],
    });
  });
});

test("what two processes see of a day comes together: the worse, and the hours of both", async () => {
  const day = { integration: "hubspot", url: "u", day: "2026-11-23" };
  await keepDay(db, { ...day, state: "degraded", hours: 1 });
  await keepDay(db, { ...day, state: "operational", hours: 2 });
  await keepDay(db, { ...day, state: "maintenance", hours: 0 });
  expect(await kept()).toEqual([{ day: "2026-11-23", state: "degraded", hours: 3 }]);
  await keepDay(db, { ...day, state: "down", hours: 0 });
  expect(await kept()).toEqual([{ day: "2026-11-23", state: "down", hours: 3 }]);
});

test("days are forgotten when they are told no longer", async () => {
  for (const day of ["2026-08-24", "2026-08-25", "2026-11-23"])
    await keepDay(db, { integration: "hubspot", url: "u", day, state: "down", hours: 1 });
  await cleanUp({ db, clock: { now: () => now }, hub: deps.hub });
  expect((await kept()).map(({ day }) => day)).toEqual(["2026-08-25", "2026-11-23"]);
});

test("nobody looks: the hub does, four times an hour, and not while others do", async () => {
  const { status } = openParts(deps);
  const before = pages.reads("hubspot");
  const reads = async (minutes: number) => {
    pass(minutes);
    await status.lookAlone();
    return pages.reads("hubspot") - before;
  };
  expect(await reads(0)).toBe(0); // it has just started
  expect(await reads(14)).toBe(0);
  expect(await reads(1)).toBe(1);
  expect(await reads(10)).toBe(1);
  await status.read();
  const looked = pages.reads("hubspot") - before;
  expect(await reads(10)).toBe(looked);
  expect(await reads(5)).toBe(looked + 1);
  expect(await kept()).toMatchObject([{ day: "2026-11-23", state: "operational" }]);
});

test("without the database no day is told, and the rest is", async () => {
  const away = (): never => {
    throw new DatabaseUnavailable("away");
  };
  const status = await getStatus(start({ db: { ...db, select: away, insert: away, update: away } }));
  const hubspot = status.integrations.find(({ id }) => id === "hubspot");
  expect(hubspot).toMatchObject({ vendor: { state: "operational" }, days: null });
});
