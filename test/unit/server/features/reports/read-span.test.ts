import { expect, test } from "vitest";
import { AppError } from "#server/core/errors.ts";
import { readSpan } from "#server/features/reports/read-span.ts";
import { HOUR_MS } from "#server/core/durations.values.ts";

const berlin = "Europe/Berlin";
const hoursOf = ({ from, to }: { from: Date; to: Date }) => (to.getTime() - from.getTime()) / HOUR_MS;

test("the last seven days end with today where the hub is, and have as many before them", () => {
  // in Berlin it is the 11th already
  const { from, to, days, before } = readSpan({ days: 7 }, new Date("2026-11-10T23:30Z"), berlin);
  expect([from, to, days.length]).toEqual(["2026-11-05", "2026-11-11", 7]);
  expect([before[0]?.date, before.at(-1)?.date, before.length]).toEqual(["2026-10-29", "2026-11-04", 7]);
  expect(days[0]?.from.toISOString()).toBe("2026-11-04T23:00:00.000Z");
});

test("days on which clocks change have 23 and 25 hours, and none overlaps or leaves a gap", () => {
  const year = readSpan({ from: "2026-01-01", to: "2026-12-31" }, new Date("2027-01-05T00:00Z"), berlin);
  const odd = year.days.filter((day) => hoursOf(day) !== 24).map((day) => [day.date, hoursOf(day)]);
  expect(odd).toEqual([
    ["2026-03-29", 23],
    ["2026-10-25", 25],
  ]);
  const all = [...year.before, ...year.days];
  for (const [at, day] of all.entries()) if (at > 0) expect(day.from).toEqual(all[at - 1]?.to);
});

test("a midnight that clocks skip begins the day an hour later", () => {
  // Beirut goes from 00:00 to 01:00
  const { days } = readSpan({ from: "2026-03-28", to: "2026-03-30" }, new Date("2026-06-01T00:00Z"), "Asia/Beirut");
  expect(days.map(hoursOf)).toEqual([24, 23, 24]);
});

test.each([
  [{ from: "2026-11-02" }],
  [{ from: "2026-11-03", to: "2026-11-02" }],
  [{ from: "2026-11-01", to: "2026-11-11" }],
  [{ from: "2025-11-01", to: "2026-11-02" }],
  [{ days: 7, from: "2026-11-01", to: "2026-11-02" } as const],
])("%j is no span", (query) => {
  expect(() => readSpan(query, new Date("2026-11-10T12:00Z"), berlin)).toThrow(AppError);
});
