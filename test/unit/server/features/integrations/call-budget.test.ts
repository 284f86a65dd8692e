import { expect, it } from "vitest";
import { openCallBudget } from "#server/features/integrations/checks/call-budget.ts";

it("what a check took is waited for before the next one begins", async () => {
  const budget = openCallBudget(50);
  const fetch = budget.counting(async () => ({ status: 200, headers: new Headers(), body: null, text: "" }));
  const { signal } = new AbortController();
  const startedAt = performance.now();
  let calls = 0;
  while (performance.now() - startedAt < 400) {
    await budget.whenFree(signal);
    for (let call = 0; call < 5; call++) {
      calls++;
      await fetch("http://127.0.0.1/");
    }
  }
  const seconds = (performance.now() - startedAt) / 1000;
  expect(calls).toBeLessThanOrEqual(50 * seconds + 5);
  expect(calls).toBeGreaterThan(5); // more than one check, however busy the machine is
});

it("nobody waits any longer once it is stopped", async () => {
  const budget = openCallBudget(0.01);
  await budget.counting(async () => ({ status: 200, headers: new Headers(), body: null, text: "" }))(
    "http://127.0.0.1/",
  );
  await budget.whenFree(AbortSignal.timeout(20));
});
