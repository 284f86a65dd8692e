import { expect, test } from "vitest";
import type { CaseSummary } from "#server/features/desk/desk.schema.ts";
import { backSince } from "#site/desk/edit.ts";

const NOW = new Date("2026-11-30T12:00:00.000Z");

test.each([
  ["a snooze that ended", "2026-11-30T08:00:00.000Z", "2026-11-30T08:00:00.000Z"],
  ["one that goes on", "2026-11-30T13:00:00.000Z", null],
  ["one before the last change", "2026-11-20T08:00:00.000Z", null],
  ["none", null, null],
])("since when a case is back: %s", (_which, snoozedUntil, since) => {
  const entry = { snoozedUntil, updatedAt: "2026-11-23T09:00:00.000Z" } as CaseSummary; // no more of it is read
  expect(backSince(entry, NOW)).toBe(since);
});
