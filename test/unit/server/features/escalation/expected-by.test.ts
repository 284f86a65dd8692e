import { describe, expect, it } from "vitest";
import { expectedBy, type SupportHours } from "#server/features/escalation/expected-by.ts";

const weekdays: SupportHours["days"] = ["mon", "tue", "wed", "thu", "fri"];
const capeTown: SupportHours = {
  timeZone: "Africa/Johannesburg",
  days: weekdays,
  from: "09:00",
  to: "18:00",
  answerWithinHours: 4,
  holidays: [],
};
const by = (now: string, hours: Partial<SupportHours> = {}) =>
  expectedBy(new Date(now), { ...capeTown, ...hours })
    .toISOString()
    .replace(":00.000Z", "Z");

describe("the time by which a person answers", () => {
  it("is hours later on the same day while support is open", () => {
    expect(by("2026-03-10T08:00Z")).toBe("2026-03-10T12:00Z");
  });
  it("is closing time when exactly that many hours are left", () => {
    expect(by("2026-03-10T12:00Z")).toBe("2026-03-10T16:00Z");
  });
  it("goes on the next morning with what is left of the hours", () => {
    expect(by("2026-03-10T12:41Z")).toBe("2026-03-11T07:41Z");
  });
  it("counts from opening when it was sent before", () => {
    expect(by("2026-03-10T03:00Z")).toBe("2026-03-10T11:00Z");
  });
  it("counts from the next opening when it was sent after closing", () => {
    expect(by("2026-03-10T20:00Z")).toBe("2026-03-11T11:00Z");
  });
  it("leaves the weekend out", () => {
    expect(by("2026-03-13T14:00Z")).toBe("2026-03-16T09:00Z");
  });
  it("leaves holidays out", () => {
    expect(by("2026-03-13T14:00Z", { holidays: ["2026-03-16", "2026-03-17"] })).toBe("2026-03-18T09:00Z");
  });
  it("spreads more hours than a day has over several days", () => {
    expect(by("2026-03-09T07:00Z", { answerWithinHours: 40 })).toBe("2026-03-13T11:00Z");
  });
  it("knows the date where support sits, not where the server does", () => {
    // Monday 01:00 in Auckland is still Sunday in UTC.
    expect(by("2026-06-07T13:00Z", { timeZone: "Pacific/Auckland" })).toBe("2026-06-08T01:00Z");
  });
  it("opens an hour earlier in UTC from the day that clocks go forward", () => {
    const berlin = { timeZone: "Europe/Berlin", days: [...weekdays, "sun"] as SupportHours["days"] };
    expect(by("2026-03-27T22:00Z", berlin)).toBe("2026-03-29T11:00Z");
    expect(by("2026-03-26T22:00Z", berlin)).toBe("2026-03-27T12:00Z");
  });
  it("opens an hour later in UTC from the day that clocks go back", () => {
    const berlin = { timeZone: "Europe/Berlin", days: [...weekdays, "sun"] as SupportHours["days"] };
    expect(by("2026-10-24T22:00Z", berlin)).toBe("2026-10-25T12:00Z");
  });
  it("moves an opening time that spring skips on by the skipped hour", () => {
    const night = { timeZone: "Europe/Berlin", days: ["sun"] as SupportHours["days"], from: "02:30", to: "06:00" };
    expect(by("2026-03-28T20:00Z", { ...night, answerWithinHours: 1 })).toBe("2026-03-29T02:30Z");
  });
  it("counts an hour that happens twice in autumn twice", () => {
    const night = { timeZone: "Europe/Berlin", days: ["sun"] as SupportHours["days"], from: "01:00", to: "06:00" };
    // Opens at 01:00 summer time, 23:00Z; four hours later clocks show 04:00 winter time.
    expect(by("2026-10-24T20:00Z", night)).toBe("2026-10-25T03:00Z");
  });
  it("understands a night shift that ends on the next day", () => {
    const night = { timeZone: "UTC", days: ["fri"] as SupportHours["days"], from: "22:00", to: "06:00" };
    expect(by("2026-03-14T01:00Z", night)).toBe("2026-03-14T05:00Z");
    expect(by("2026-03-14T04:00Z", night)).toBe("2026-03-21T00:00Z");
  });
  it("is open round the clock when it closes when it opens", () => {
    const always = {
      timeZone: "UTC",
      days: [...weekdays, "sat", "sun"] as SupportHours["days"],
      from: "00:00",
      to: "00:00",
    };
    expect(by("2026-03-14T22:30Z", always)).toBe("2026-03-15T02:30Z");
  });
  it("knows half-hour time zones", () => {
    expect(by("2026-03-10T00:00Z", { timeZone: "Asia/Kolkata" })).toBe("2026-03-10T07:30Z");
  });
  it("counts plain hours where every day is a holiday", () => {
    const start = Date.parse("2026-03-01T00:00Z");
    const holidays = Array.from({ length: 420 }, (_, i) => new Date(start + i * 86_400_000).toISOString().slice(0, 10));
    expect(by("2026-03-10T08:00Z", { holidays })).toBe("2026-03-10T12:00Z");
  });
});
