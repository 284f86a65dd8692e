import { expect, test } from "vitest";
import { percentile, spreadOf } from "#server/features/reports/percentile.ts";
import { HOUR_MS } from "#server/core/durations.values.ts";

test("is the smallest value that the share of them does not exceed", () => {
  const ten = Array.from({ length: 10 }, (_, n) => n + 1);
  expect(percentile(ten, 0.5)).toBe(5);
  expect(percentile(ten, 0.9)).toBe(9);
  expect(percentile([7], 0.9)).toBe(7);
  expect(percentile([], 0.5)).toBeNull();
});

test("a spread is in hours, sorts by size and not as text, and says nine in ten of ten at least", () => {
  expect(spreadOf([10, 9, 100].map((hours) => hours * HOUR_MS))).toEqual({ n: 3, median: 10, p90: null });
  const ten = Array.from({ length: 10 }, (_, n) => (n + 1) * HOUR_MS);
  expect(spreadOf(ten)).toEqual({ n: 10, median: 5, p90: 9 });
  expect(spreadOf([])).toEqual({ n: 0, median: null, p90: null });
});
