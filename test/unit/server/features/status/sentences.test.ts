import { describe, expect, it, test } from "vitest";
import type { VendorStatus } from "#server/features/status/status.schema.ts";
import { sayBeside, sayHeadline, sayProgress, sayState } from "#server/features/status/status-sentences.values.ts";
import { type Vendor } from "#server/features/status/vendors.values.ts";

const NAMES = ["HubSpot", "Salesforce", "Intercom", "ServiceTitan"];
const vendorStatus = (state: VendorStatus["state"], more: Partial<VendorStatus> = {}): VendorStatus => ({
  state,
  seenAt: null,
  watched: true,
  incidents: [],
  reason: null,
  ...more,
});
/** Four CRMs in these states, in order; "unwatched" for one that the hub does not read. */
const vendors = (...states: (VendorStatus["state"] | "unwatched")[]): Vendor[] =>
  states.map((state, index) => ({
    id: "hubspot",
    name: NAMES[index] ?? "",
    availability: "live",
    page: null,
    days: null,
    vendor: state === "unwatched" ? vendorStatus("unknown", { watched: false }) : vendorStatus(state),
  }));

describe("the headline", () => {
  it.each<[Vendor[], string]>([
    [vendors("operational", "operational", "operational"), "All three CRMs are fine."],
    [vendors("operational"), "HubSpot is fine."],
    [
      vendors("operational", "operational", "operational", "degraded"),
      "Three of four CRMs are fine. ServiceTitan has trouble.",
    ],
    [
      vendors("operational", "down", "degraded"),
      "One of three CRMs is fine. Salesforce is down. Intercom has trouble.",
    ],
    [vendors("down", "down", "maintenance"), "HubSpot and Salesforce are down. Intercom is being maintained."],
    [vendors("operational", "unwatched", "operational"), "HubSpot and Intercom are fine."],
    [vendors("unknown", "unwatched"), "The CRMs’ own status pages cannot be read just now."],
    [vendors("unwatched", "unwatched"), "This hub does not watch the CRMs."],
    [[], "No CRM can be connected yet."],
  ])("says what is certain, worst after what is fine (%#)", (given, sentence) => {
    expect(sayHeadline(given, "en-GB")).toBe(sentence);
  });
});

test("a list is joined as its language joins it, whatever language the words are in", () => {
  expect(sayHeadline(vendors("operational", "unknown", "operational"), "de")).toBe("HubSpot und Intercom are fine.");
});

describe("what cannot be seen", () => {
  it("is told apart from what is not watched", () => {
    expect(sayBeside(vendors("operational", "unwatched", "unknown"), "en-GB")).toBe(
      "Intercom cannot be seen just now. Salesforce is not watched here.",
    );
    expect(sayBeside(vendors("operational", "down"), "en-GB")).toBe("");
  });
  it("has its reason beside it, and is never a state", () => {
    const reason = "The vendor’s status page could not be reached.";
    expect(sayState(vendorStatus("unknown", { reason }))).toMatchObject({ word: "Not known.", says: reason });
    expect(sayState(vendorStatus("unknown", { watched: false }))).toMatchObject({ word: "Not watched.", says: "" });
  });
});

const incident = { id: "1", title: "API slow", state: "in_progress", startedAt: null, url: null, update: null };

describe("an incident", () => {
  it("is told where its vendor does not count it as trouble", () => {
    const [hubspot, salesforce] = vendors("operational", "operational");
    const reporting = { ...hubspot!, vendor: vendorStatus("operational", { incidents: [incident] }) };
    expect(sayHeadline([reporting, salesforce!], "en-GB")).toBe("Both CRMs are fine.");
    expect(sayBeside([reporting, salesforce!], "en-GB")).toBe("HubSpot reports an open incident all the same.");
  });
  it("is named in the state's line, and how far it is reads as words", () => {
    expect(sayState(vendorStatus("degraded", { incidents: [incident] }))).toMatchObject({
      mark: "m-warning",
      word: "Trouble.",
      says: "API slow",
    });
    expect(sayProgress(incident)).toBe("In progress.");
  });
});
