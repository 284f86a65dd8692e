import { describe, expect, it } from "vitest";
import { parseRss } from "#server/features/status/parse/rss.ts";
import { parseSalesforce } from "#server/features/status/parse/salesforce.ts";
import { parseSorry } from "#server/features/status/parse/sorry.ts";
import { parseStatuspage } from "#server/features/status/parse/statuspage.ts";
import { toText, UnreadableStatus } from "#server/features/status/parse/reading.ts";
import { groupedPage, salesforceInstance, sorryPage, statuspage, zohoFeed } from "#test/fakes/status-bodies.ts";

describe("a Statuspage", () => {
  it.each([
    ["none", "operational"],
    ["minor", "degraded"],
    ["major", "degraded"],
    ["critical", "down"],
    ["maintenance", "maintenance"],
  ])("with the indicator %s is %s", (indicator, state) => {
    expect(parseStatuspage(statuspage({ indicator })).state).toBe(state);
  });
  it("tells its incidents as plain text with safe links", () => {
    const incident = {
      id: "i1",
      name: "<script>alert(1)</script> API slow",
      status: "identified",
      shortlink: "javascript:alert(1)",
      started_at: "2026-03-10T13:50:00.000+02:00",
      incident_updates: [{ body: "We found it.\n\nMore later." }, { body: "Looking." }],
    };
    expect(parseStatuspage(statuspage({ indicator: "minor", incidents: [incident] })).incidents).toEqual([
      {
        id: "i1",
        title: "alert(1) API slow",
        state: "identified",
        startedAt: "2026-03-10T11:50:00.000Z",
        url: null,
        update: "We found it. More later.",
      },
    ]);
  });
  it("with a group of ours is what that group is, whatever the rest does", () => {
    const core = "Core Product Features";
    const read = (states: string[], other?: string) => parseStatuspage(groupedPage(states, other), core);
    expect(read(["operational", "operational"], "major_outage").state).toBe("operational");
    expect(read(["operational", "major_outage"]).state).toBe("degraded");
    expect(read(["major_outage", "major_outage"]).state).toBe("down");
    expect(read(["operational", "under_maintenance"]).state).toBe("maintenance");
    expect(read(["operational"]).incidents.map((incident) => incident.id)).toEqual(["i1"]);
  });
  it("whose group was renamed speaks for itself again", () => {
    expect(parseStatuspage(groupedPage(["operational"], "major_outage"), "Renamed").state).toBe("degraded");
  });
});

describe("a Salesforce instance", () => {
  it.each([
    ["OK", "operational"],
    ["INFORMATIONAL_CORE", "operational"],
    ["MINOR_INCIDENT_CORE", "degraded"],
    ["MAJOR_INCIDENT_NONCORE", "degraded"],
    ["MAJOR_INCIDENT_CORE", "down"],
    ["MAINTENANCE_NONCORE", "maintenance"],
  ])("%s is %s", (status, state) => {
    expect(parseSalesforce(salesforceInstance(status)).state).toBe(state);
  });
  it("names only the incidents that are not over", () => {
    const Incidents = [
      { id: 7, IncidentImpacts: [{ startTime: "2026-03-10T10:00:00Z", endTime: "2026-03-10T11:00:00Z" }] },
      { id: 8, IncidentImpacts: [{ startTime: "2026-03-10T12:00:00Z", endTime: null }] },
    ];
    const { incidents } = parseSalesforce(salesforceInstance("MINOR_INCIDENT_CORE", { Incidents }));
    expect(incidents.map(({ id, startedAt }) => [id, startedAt])).toEqual([["8", "2026-03-10T12:00:00.000Z"]]);
  });
  it("that is not in use any more says nothing", () => {
    expect(() => parseSalesforce(salesforceInstance("OK", { isActive: false }))).toThrow(/EU42 is not in use/);
  });
});

describe("Zoho's feed", () => {
  it("is read at the item of its CRM, not at a product with a longer name", () => {
    expect(parseRss(zohoFeed(), "Zoho CRM")).toEqual({ state: "operational", incidents: [], past: [] });
  });
  it("makes an incident of the item where something is wrong", () => {
    const { state, incidents } = parseRss(zohoFeed("Degraded Performance"), "Zoho CRM");
    expect(state).toBe("degraded");
    expect(incidents).toMatchObject([
      {
        title: "Zoho CRM: degraded performance",
        startedAt: "2026-03-10T12:00:00.000Z",
        url: "https://us.zohostatus.com/crm",
        update: "We are looking into it.",
      },
    ]);
  });
  it("with definitions of its own is refused", () => {
    expect(() => parseRss(`<!DOCTYPE rss [<!ENTITY a "b">]>${zohoFeed()}`, "Zoho CRM")).toThrow(UnreadableStatus);
  });
});

describe("a Sorry page", () => {
  it("is what it says, with the notices that are going on", () => {
    const notices = [
      { id: 1, subject: "Slow imports", state: "investigating", began_at: "2026-03-10T12:00:00Z" },
      { id: 2, subject: "Over", state: "resolved", ended_at: "2026-03-10T11:00:00Z" },
    ];
    const reading = parseSorry(sorryPage("degraded", notices));
    expect(reading.state).toBe("degraded");
    expect(reading.incidents.map((incident) => incident.title)).toEqual(["Slow imports"]);
  });
});

describe("words of a vendor", () => {
  it("are read in the time of their length, whatever signs they are of", () => {
    const startedAt = performance.now();
    expect(toText("<".repeat(200_000), 40)).toBe(`${"<".repeat(39)}…`);
    expect(toText("<a ".repeat(100_000), 4)).toBe("<a…");
    expect(performance.now() - startedAt).toBeLessThan(1000);
    expect(toText("<p>It is <b>slow</b>, 1 < 2.</p>", 40)).toBe("It is slow , 1 < 2.");
  });
});

describe("what cannot be understood", () => {
  const parsers = [parseStatuspage, parseSalesforce, (body: string) => parseRss(body, "Zoho CRM"), parseSorry];
  const bodies = {
    nothing: "",
    "a web page": "<!doctype html><title>Sign in</title>",
    "another JSON": '{"ok":true}',
    "a list": "[]",
    "a state nobody has heard of": JSON.stringify({
      page: { id: "x", state: "sideways" },
      key: "EU42",
      status: "SIDEWAYS",
    }),
    "half a Statuspage": statuspage().slice(0, 80),
    "half a feed": zohoFeed().slice(0, 300),
    "a feed with a strange state": zohoFeed("Sideways"),
    "a Statuspage with a strange indicator": statuspage({ indicator: "sideways" }),
  };
  it.each(Object.entries(bodies))("is never a state: %s", (_, body) => {
    for (const parse of parsers) expect(() => parse(body)).toThrow(UnreadableStatus);
  });
});
