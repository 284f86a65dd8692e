import { expect, test, vi } from "vitest";
import { sayDay, sayWhen } from "#site/islands/when.ts";

const now = new Date(2026, 10, 23, 9, 0);
const day = (...parts: [number, number, number, number]) => sayDay(new Date(...parts).toISOString(), now);

test("days are named as people name them", () => {
  expect(day(2026, 10, 23, 8)).toBe("today");
  expect(day(2026, 10, 22, 23)).toBe("yesterday");
  expect(day(2026, 10, 19, 12)).toBe("on Thursday");
  expect(day(2026, 9, 2, 12)).toBe("on 2 October");
});

test("a moment is named by its clock on its day, by the weekday within a week of it, before or to come, else by its date", () => {
  vi.useFakeTimers({ now, toFake: ["Date"] });
  const when = (...parts: [number, number, number, number]) => sayWhen(new Date(...parts).toISOString());
  expect(when(2026, 10, 23, 8)).toBe("08:00");
  expect(when(2026, 10, 23, 17)).toBe("17:00");
  expect(when(2026, 10, 19, 12)).toBe("Thu 12:00");
  expect(when(2026, 10, 24, 8)).toBe("Tue 08:00");
  expect(when(2026, 9, 2, 12)).toBe("2 Oct 2026");
  expect(when(2027, 1, 21, 12)).toBe("21 Feb 2027");
  vi.useRealTimers();
});
