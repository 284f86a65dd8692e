import { expect, test } from "vitest";
import { sayDay } from "#site/islands/when.ts";

const now = new Date(2026, 10, 23, 9, 0);
const day = (...parts: [number, number, number, number]) => sayDay(new Date(...parts).toISOString(), now);

test("days are named as people name them", () => {
  expect(day(2026, 10, 23, 8)).toBe("today");
  expect(day(2026, 10, 22, 23)).toBe("yesterday");
  expect(day(2026, 10, 19, 12)).toBe("on Thursday");
  expect(day(2026, 9, 2, 12)).toBe("on 2 October");
});
