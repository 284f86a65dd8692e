import type { Page } from "@playwright/test";
import { slowDown } from "#test/bench/slow-down.ts";
import { expect } from "./support.ts";

export const TYPEFACE = "**/*.woff2";

type Shift = PerformanceEntry & { value: number; sources: { node: Node | null }[] };
interface Moved {
  score: number;
  what: string;
}

/** Opens a page on a phone's processor, which shows what stood there before, and says what moved until it was done. */
export async function movedWhile(page: Page, path: string): Promise<Moved[]> {
  await page.addInitScript(() => {
    const moved: Moved[] = [];
    Object.assign(globalThis, { moved });
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Shift[]) {
        const what = sources.map(({ node }) => node?.textContent?.trim().slice(0, 40)).join("; ");
        moved.push({ score: value, what });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  await slowDown(page);
  await page.setViewportSize({ width: 412, height: 823 });
  await page.goto(path, { waitUntil: "networkidle" });
  await page.evaluate(() => document.fonts.ready);
  await expect(page.locator(".light.is-unknown")).toHaveCount(0); // at home: the line has what the vendors say
  return page.evaluate(() => (globalThis as unknown as { moved: Moved[] }).moved);
}

/** The same, with a typeface that comes after the page was shown: it moves next to nothing. */
export async function expectSteadyTypeface(page: Page, path: string, name: string): Promise<void> {
  await page.route(TYPEFACE, async (route) => {
    await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
    await route.continue();
  });
  const moved = await movedWhile(page, path);
  const isThere = await page.evaluate((family) => document.fonts.check(`1rem "${family}"`), name);
  expect(isThere).toBe(true);
  const sum = moved.reduce((total, { score }) => total + score, 0);
  // a reader's own browser calls .1 good; a line more or less of one paragraph is .02
  expect(sum, JSON.stringify(moved)).toBeLessThan(0.03);
}
