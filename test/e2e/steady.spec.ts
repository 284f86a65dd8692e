import { slowDown } from "#test/bench/slow-down.ts";
import { expect, test } from "./support.ts";

type Shift = PerformanceEntry & { value: number; sources: { node: Node | null }[] };

// what comes by script finds its place kept: a phone's processor shows what stood there before
for (const path of ["/", "/articles/integrations/connect-your-crm/", "/setup/", "/setup/hubspot/", "/status/"])
  test(`nothing moves while ${path} comes`, async ({ page }) => {
    await page.addInitScript(() => {
      const moved: string[] = [];
      Object.assign(globalThis, { moved });
      new PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries() as Shift[])
          moved.push(
            `${value.toFixed(3)} ${sources.map(({ node }) => node?.textContent?.trim().slice(0, 40)).join("; ")}`,
          );
      }).observe({ type: "layout-shift", buffered: true });
    });
    await slowDown(page);
    await page.setViewportSize({ width: 412, height: 823 });
    await page.goto(path, { waitUntil: "networkidle" });
    await page.evaluate(() => document.fonts.ready);
    expect(await page.evaluate(() => (globalThis as unknown as { moved: string[] }).moved)).toEqual([]);
  });
