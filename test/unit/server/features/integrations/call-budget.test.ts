import { expect, it } from "vitest";
import { openCallBudget } from "#server/features/integrations/checks/call-budget.ts";

it("what a check took is waited for before the next one begins", async () => {
  const budget = openCallBudget(50);
  const fetch = budget.counting(async () => ({ status: 200, headers: new Headers(), body: null, text: "" }));
  const { signal } = new AbortController();
  const startedAt = performance.now();
  for (let check = 0; check < 4; check++) {
    await budget.whenFree(signal);
    for (let call = 0; call < 5; call++) await fetch("http://127.0.0.1/");
  }
  // 15 calls had to be over before the last check began, at 20 ms each
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(295);
});

it("nobody waits any longer once it is stopped", async () => {
  const budget = openCallBudget(0.01);
  await budget.counting(async () => ({ status: 200, headers: new Headers(), body: null, text: "" }))(
    "http://127.0.0.1/",
  );
  await budget.whenFree(AbortSignal.timeout(20));
});
