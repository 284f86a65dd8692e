import { expect, test } from "vitest";
import { countOpenTime, type OpeningHours } from "#server/core/opening-hours.ts";

const hours: OpeningHours = {
  timeZone: "Europe/Berlin",
  days: ["mon", "tue", "wed", "thu", "fri"],
  from: "09:00",
  to: "17:00",
  holidays: ["2026-12-25"],
};
const span = [new Date("2026-01-01T00:00Z"), new Date("2027-01-01T00:00Z")] as const;
const between = (from: string, to: string, change: Partial<OpeningHours> = {}) =>
  countOpenTime({ ...hours, ...change }, ...span)(new Date(from), new Date(to)) / 3_600_000;

test("counts the hours in which support is open, and no others", () => {
  expect(between("2026-11-10T09:00Z", "2026-11-10T11:30Z")).toBe(2.5);
  expect(between("2026-11-10T05:00Z", "2026-11-10T09:00Z")).toBe(1);
  expect(between("2026-11-10T15:00Z", "2026-11-11T09:00Z")).toBe(2);
  // Friday evening to Monday morning
  expect(between("2026-11-13T18:00Z", "2026-11-16T07:00Z")).toBe(0);
  expect(between("2026-12-24T15:00Z", "2026-12-28T09:00Z")).toBe(2);
});

test("follows the clock over the changes of spring and autumn", () => {
  // Friday 09:00 to Monday 10:00 is nine hours, whatever UTC makes of it
  expect(between("2026-03-27T08:00Z", "2026-03-30T08:00Z")).toBe(9);
  expect(between("2026-10-23T07:00Z", "2026-10-26T09:00Z")).toBe(9);
});

test("a shift past midnight belongs to the day on which it began", () => {
  const night = { from: "22:00", to: "06:00" };
  // Friday's shift ends on Saturday; Saturday has none
  expect(between("2026-11-13T20:00Z", "2026-11-16T00:00Z", night)).toBe(8);
});
