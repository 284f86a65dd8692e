import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { endStart } from "#server/core/light-start.ts";

test("what the start has left over is gone when it has ended", async () => {
  const left = new WeakRef({ used: "once" });
  const kept = { used: "still" };
  const stays = new WeakRef(kept);
  await setImmediate(); // a WeakRef holds on for as long as what made it runs
  endStart();
  expect(left.deref()).toBeUndefined();
  expect(stays.deref()).toBe(kept);
});
