import { expect, it } from "vitest";
import { parseSalesforce } from "#server/features/status/parse/salesforce.ts";
import { parseSorry } from "#server/features/status/parse/sorry.ts";
import { parseStatuspage } from "#server/features/status/parse/statuspage.ts";
import { groupedPage, salesforceInstance, sorryPage, statuspage } from "#test/fakes/status-bodies.ts";

const began = "2026-03-10T10:00:00.000Z";
const ended = "2026-03-10T11:00:00.000Z";

it("a Statuspage's incidents are trouble by their impact, until they are only watched", () => {
  const incident = (impact: string, status: string, more: object = {}) => ({
    ...{ id: impact, name: impact, impact, status, started_at: began, ...more },
  });
  const incidents = [
    incident("minor", "identified"),
    incident("critical", "monitoring", { monitoring_at: ended }),
    incident("major", "monitoring"),
    incident("none", "investigating"),
    incident("minor", "investigating", { started_at: null }), // nobody says when
  ];
  expect(parseStatuspage(statuspage({ incidents })).past).toEqual([
    { state: "degraded", from: began, to: null },
    { state: "down", from: began, to: ended },
    { state: "degraded", from: began, to: began },
  ]);
});

it("an incident on the page of a group says that there was trouble, not that all of the group was down", () => {
  const page = JSON.parse(groupedPage(["major_outage", "operational"])) as { incidents: object[] };
  page.incidents = page.incidents.map((each) => ({ ...each, impact: "critical", started_at: began }));
  const { past } = parseStatuspage(JSON.stringify(page), "Core Product Features");
  expect(past).toEqual([{ state: "degraded", from: began, to: null }]);
});

it("a Salesforce instance lists what is over too", () => {
  const impacts = [
    { startTime: began, endTime: ended },
    { startTime: ended, endTime: null },
    { startTime: null, endTime: ended },
  ];
  const Incidents = [{ id: 7, IncidentImpacts: impacts }, { id: 8 }];
  expect(parseSalesforce(salesforceInstance("OK", { Incidents })).past).toEqual([
    { state: "degraded", from: began, to: ended },
    { state: "degraded", from: ended, to: null },
  ]);
});

it("a Sorry page's notices are planned or not, and one that is over without an end has its first day alone", () => {
  const notice = (type: string | null, state: string, ended_at: string | null = null) => ({
    ...{ id: 1, subject: "s", type, state, began_at: began, ended_at },
  });
  const notices = [
    notice("unplanned", "investigating"),
    notice("unplanned", "resolved", ended),
    notice("planned", "complete"),
    notice(null, "investigating"),
  ];
  expect(parseSorry(sorryPage("degraded", notices)).past).toEqual([
    { state: "degraded", from: began, to: null },
    { state: "degraded", from: began, to: ended },
    { state: "maintenance", from: began, to: began },
  ]);
});
