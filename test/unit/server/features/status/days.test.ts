import { describe, expect, it } from "vitest";
import type { VendorDay } from "#server/features/status/days/keep-days.ts";
import { daysIn, firstDay } from "#server/features/status/days/read-days.ts";
import { drawDays } from "#server/features/status/days.values.ts";
import { sayDays } from "#server/features/status/days/say-days.ts";
import { tellDays } from "#server/features/status/days/tell-days.ts";
import type { Reading } from "#server/features/status/parse/reading.ts";
import { addDays } from "#server/core/zone-time.ts";

const TODAY = "2026-11-23";
const ALL = 2 ** 24 - 1;
const ago = (days: number) => addDays(TODAY, -days);
type Kept = Pick<VendorDay, "day" | "state" | "hours">;
const seen = (days: number, state: Kept["state"] = "operational", hours = ALL): Kept => ({
  day: ago(days),
  state,
  hours,
});
/** Seen on each of the last so many days; `instead` what was otherwise on some. */
const watched = (count: number, ...instead: Kept[]): Kept[] => [
  ...Array.from({ length: count }, (_, at) => seen(at)).filter(({ day }) => !instead.some((each) => each.day === day)),
  ...instead,
];
const says = (kept: Kept[]) => sayDays(tellDays(kept, TODAY), "en-GB").says;

describe("what a reading says of days", () => {
  const reading = (past: Reading["past"] = [], state: Reading["state"] = "operational"): Reading => ({
    state,
    incidents: [],
    past,
  });

  it("is of the day and hour where the support team is, to the minute of midnight", () => {
    const at = (time: string, zone: string) => daysIn(reading(), new Date(time), zone)[0];
    const johannesburg = "Africa/Johannesburg";
    expect(at("2026-11-22T21:59:00Z", johannesburg)).toMatchObject({ day: "2026-11-22", hours: 2 ** 23 });
    expect(at("2026-11-22T22:00:00Z", johannesburg)).toMatchObject({ day: "2026-11-23", hours: 1 });
    expect(at("2026-11-23T04:00:00Z", "America/Los_Angeles")).toMatchObject({ day: "2026-11-22", hours: 2 ** 20 });
    // the clocks go back that night: one hour comes twice, and none is missed
    expect(at("2026-10-25T00:30:00Z", "Europe/Berlin")).toMatchObject({ day: "2026-10-25", hours: 4 });
    expect(at("2026-10-25T01:30:00Z", "Europe/Berlin")).toMatchObject({ day: "2026-10-25", hours: 4 });
  });

  it("is of the days too that the vendor's own list has trouble in, the worst of each, no further back than is told", () => {
    const past: Reading["past"] = [
      { state: "degraded", from: "2026-11-20T23:00:00Z", to: "2026-11-22T01:00:00Z" },
      { state: "down", from: "2026-11-21T10:00:00Z", to: "2026-11-21T11:00:00Z" },
      { state: "maintenance", from: "2020-01-01T00:00:00Z", to: "2026-08-26T12:00:00Z" },
      { state: "degraded", from: "2026-11-24T10:00:00Z", to: "2026-11-25T10:00:00Z" }, // has not begun
    ];
    const now = new Date("2026-11-23T12:00:00Z");
    expect(firstDay(now, "UTC")).toBe("2026-08-26");
    expect(daysIn(reading(past), now, "UTC")).toEqual([
      { day: "2026-11-23", state: "operational", hours: 2 ** 12 },
      { day: "2026-11-20", state: "degraded", hours: 0 },
      { day: "2026-11-21", state: "down", hours: 0 },
      { day: "2026-11-22", state: "degraded", hours: 0 },
      { day: "2026-08-26", state: "maintenance", hours: 0 },
    ]);
    const open = daysIn(reading([{ state: "down", from: "2026-11-22T10:00:00Z", to: null }], "degraded"), now, "UTC");
    expect(open.map(({ day, state }) => [day, state])).toEqual([
      ["2026-11-23", "down"],
      ["2026-11-22", "down"],
    ]);
  });
});

describe("90 days", () => {
  it("that were seen and well are one line and one sentence", () => {
    const days = tellDays(watched(90), TODAY);
    expect(days).toEqual({ until: TODAY, since: ago(89), breaks: [] });
    expect(drawDays(days)).toEqual([{ state: "operational", from: "0%", to: "100%", middle: "50%" }]);
    expect(sayDays(days, "en-GB")).toEqual({ ...days, says: "90 days without trouble." });
  });

  it("with trouble say on how many, and which", () => {
    const days = tellDays(watched(90, seen(40, "down"), seen(9, "degraded"), seen(8, "degraded", 1)), TODAY);
    expect(days.breaks).toEqual([
      { from: "2026-10-14", to: "2026-10-14", state: "down" },
      { from: "2026-11-14", to: "2026-11-15", state: "degraded" },
    ]);
    const said = sayDays(days, "en-GB");
    expect(said.says).toBe("Trouble on 3 days of 90.");
    expect(said.breaks).toMatchObject([
      { from: "2026-10-14", says: "14 October: Down." },
      { to: "2026-11-15", says: expect.stringMatching(/^14\s*–\s*15 November: Trouble\.$/u) },
    ]);
    // what is broken is drawn over what is not
    expect(drawDays(days).map(({ state }) => state)).toEqual([
      ...["operational", "operational", "operational"],
      ...["degraded", "down"],
    ]);
    expect(drawDays(days).at(-1)).toEqual({ state: "down", from: "54.44%", to: "55.56%", middle: "55%" });
  });

  it("of which fewer were watched say since when, and are not known before", () => {
    const days = tellDays(watched(12), TODAY);
    expect(days).toEqual({ until: TODAY, since: "2026-11-12", breaks: [] });
    expect(says(watched(12))).toBe("12 days without trouble. Watched since 12 November.");
    expect(drawDays(days).map(({ state, from }) => [state, from])).toEqual([
      ["operational", "86.67%"],
      ["unknown", "0%"],
    ]);
    const toldLater = watched(2, seen(30, "degraded", 0));
    expect(says(toldLater)).toBe("Trouble on 1 day of 3. Watched since 22 November.");
  });

  it("in which nobody looked, or hardly, are not known; the first and today need one look", () => {
    const few = 2 ** 11 - 1; // eleven hours
    const kept = watched(5, seen(4, "operational", 1), seen(2, "operational", few), seen(0, "operational", 1));
    expect(tellDays(kept, TODAY)).toEqual({
      until: TODAY,
      since: ago(4),
      breaks: [{ from: ago(2), to: ago(2), state: "unknown" }],
    });
    expect(says(kept)).toBe("4 days without trouble. Not seen on 1 day. Watched since 19 November.");
    expect(says([])).toBe("Not seen yet.");
  });

  it("with maintenance say so, which is no trouble", () => {
    expect(says(watched(90, seen(3, "maintenance")))).toBe("90 days without trouble. Maintenance on 1 day.");
  });
});
