import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { INTEGRATION_IDS } from "#content/schema.ts";
import { vendorStatus } from "#db/schema/status.ts";
import { createApp } from "#server/app.ts";
import { HubStatus } from "#server/features/status/status.schema.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { statuspage } from "#test/fakes/status-bodies.ts";
import { type Fault, startStatusPages } from "#test/fakes/status-pages.ts";
import { openTestHub } from "#test/support/hub.ts";
import { getStatus, vendorIn } from "#test/support/status.ts";
import { until } from "#test/support/wait.ts";

const pages = await startStatusPages();
afterAll(() => pages.close());
let now = new Date("2026-11-23T12:00:00Z");
const pass = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000));
const { deps, db } = await openTestHub({
  knowledge: sampleKnowledge,
  clock: { now: () => now },
  hub: { integrations: pages.integrations },
});
/** A process that has just started, over the database as it is. */
const restart = (change: Partial<typeof deps> = {}) => createApp({ ...deps, ...change });
const readsOf = () => INTEGRATION_IDS.map((id) => pages.reads(id));

beforeEach(async () => {
  await db.delete(vendorStatus);
  pass(3600);
});

describe("the status", () => {
  test("is each vendor's, and this hub's own, with the time that it was seen", async () => {
    const incident = { id: "i1", name: "API slow", status: "identified", started_at: "2026-11-23T11:50:00Z" };
    pages.say("hubspot", statuspage({ indicator: "minor", incidents: [incident] }));
    const response = await restart().request("/api/status");
    pages.say("hubspot", statuspage());
    expect(response.headers.get("cache-control")).toBe("no-store");
    const status = HubStatus.parse(await response.json());
    expect(status.integrations.map(({ id }) => id)).toEqual(INTEGRATION_IDS);
    expect(status.checkedAt).toBe(now.toISOString());
    expect(vendorIn(status, "hubspot")).toMatchObject({
      state: "degraded",
      seenAt: now.toISOString(),
      incidents: [{ title: "API slow" }],
      reason: null,
    });
    expect(vendorIn(status, "zoho")).toMatchObject({ state: "operational", incidents: [] });
    expect(status.hub.map(({ part, state }) => [part, state])).toEqual([
      ["articles", "ok"],
      ["answers", "ok"],
      ["mail", "off"],
      ["database", "ok"],
    ]);
    expect(status.hub[0]?.says).toContain(`${sampleKnowledge.articles.length} article`);
  });

  test("says what is not watched, and does not read it", async () => {
    const integrations = pages.integrations.map(({ statusInstance: _instance, ...integration }) =>
      integration.id === "zoho" ? { ...integration, availability: "coming_soon" as const } : integration,
    );
    const before = readsOf();
    const status = await getStatus(restart({ hub: { ...deps.hub, integrations } }));
    const unwatched = { state: "unknown", seenAt: null, watched: false };
    expect(vendorIn(status, "zoho")).toMatchObject({ ...unwatched, reason: null });
    expect(vendorIn(status, "salesforce")).toMatchObject({
      ...unwatched,
      reason: expect.stringContaining("which one"),
    });
    const read = INTEGRATION_IDS.map((id) => (["salesforce", "zoho"].includes(id) ? 0 : 1));
    expect(readsOf().map((reads, index) => reads - (before[index] ?? 0))).toEqual(read);
  });
});

describe("a vendor's page", () => {
  test("is not read while nobody looks", async () => {
    const before = readsOf();
    restart();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(readsOf()).toEqual(before);
  });

  test("is read once for twenty who look at once, and once a minute for all who come", async () => {
    const app = restart();
    const before = pages.reads("hubspot");
    await Promise.all(Array.from({ length: 20 }, () => getStatus(app)));
    for (const seconds of [10, 20, 20]) {
      pass(seconds);
      await getStatus(app);
    }
    expect(pages.reads("hubspot") - before).toBe(1);
  });

  test("is read again behind the answer: the last state is there at once", async () => {
    const app = restart();
    await getStatus(app);
    pages.say("hubspot", statuspage({ indicator: "critical" }));
    pass(61);
    const began = performance.now();
    expect(vendorIn(await getStatus(app), "hubspot").state).toBe("operational");
    expect(performance.now() - began).toBeLessThan(200);
    await until(async () => vendorIn(await getStatus(app), "hubspot").state === "down");
    pages.say("hubspot", statuspage());
  });

  test("is waited for when nobody has looked for a while: an old state is not told as today's", async () => {
    const app = restart();
    await getStatus(app);
    const seen = now.toISOString();
    pages.say("hubspot", statuspage({ indicator: "critical" }));
    pages.break("intercom", "silent");
    pass(3600);
    const began = performance.now();
    const status = await getStatus(app);
    expect(performance.now() - began).toBeLessThan(3000);
    expect(vendorIn(status, "hubspot").state).toBe("down");
    expect(vendorIn(status, "intercom")).toMatchObject({ state: "unknown", seenAt: seen });
    await until(async () => vendorIn(await getStatus(app), "intercom").reason?.includes("did not answer in time"));
    pages.mend("intercom");
    pages.say("hubspot", statuspage());
  });

  test.each<Fault>(["html", "truncated", "redirect", "error", "empty", "huge", "drip", "silent", "hang_up"])(
    "that cannot be read is unknown, with the time it was last seen; others do not notice: %s",
    async (fault) => {
      const app = restart();
      await getStatus(app);
      const seen = now.toISOString();
      pages.break("hubspot", fault);
      pass(61);
      await getStatus(app);
      const status = await until(async () => {
        const current = await getStatus(app);
        const isRead = vendorIn(current, "monday").seenAt === now.toISOString();
        return isRead && vendorIn(current, "hubspot").state === "unknown" ? current : undefined;
      });
      pages.mend("hubspot");
      expect(vendorIn(status, "hubspot")).toMatchObject({ seenAt: seen, watched: true, incidents: [] });
      expect(vendorIn(status, "hubspot").reason).toMatch(/^The vendor’s status page /);
      expect(vendorIn(status, "monday").state).toBe("operational");
    },
  );

  test("that cannot be reached at all is unknown too", async () => {
    const gone = await startStatusPages();
    await gone.close();
    const status = await getStatus(restart({ hub: { ...deps.hub, integrations: gone.integrations } }));
    for (const id of INTEGRATION_IDS) {
      expect(vendorIn(status, id)).toMatchObject({
        state: "unknown",
        seenAt: null,
        reason: expect.stringMatching(/could not be reached/),
      });
    }
  });
});
