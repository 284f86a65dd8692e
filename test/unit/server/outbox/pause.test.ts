import { expect, test } from "vitest";
import { createPause } from "#server/outbox/retry.ts";

test("a channel that is away is left alone for as long as it asks, and not for an hour more when the clock is set back", () => {
  let now = Date.parse("2026-11-23T09:00:00Z");
  const pause = createPause({ now: () => new Date(now) });
  expect(pause.isOver()).toBe(true);
  pause.lengthen(30_000);
  now += 29_999;
  expect(pause.isOver()).toBe(false);
  now += 1;
  expect(pause.isOver()).toBe(true);
  pause.lengthen(30_000);
  now -= 3_600_000;
  expect(pause.isOver()).toBe(true);
});
