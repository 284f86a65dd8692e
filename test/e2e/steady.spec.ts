import type { Page } from "@playwright/test";
import { slowDown } from "#test/bench/slow-down.ts";
import { startSlowLine } from "#test/fakes/slow-line.ts";
import { expect, test } from "./support.ts";

type Shift = PerformanceEntry & { value: number; sources: { node: Node | null }[] };
interface Moved {
  score: number;
  what: string;
}

const PAGES = ["/", "/articles/integrations/connect-your-crm/", "/setup/", "/setup/hubspot/", "/status/"];
const TYPEFACE = "**/*.woff2";

/** Opens a page on a phone's processor, which shows what stood there before, and says what moved until it was done. */
async function movedWhile(page: Page, path: string): Promise<Moved[]> {
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

for (const path of PAGES) {
  // the typeface stays away, so that nothing hangs on whether it or the first paint is the faster
  test(`nothing moves for what a script brings to ${path}`, async ({ page }) => {
    await page.route(TYPEFACE, (route) => route.abort());
    expect(await movedWhile(page, path)).toEqual([]);
  });

  test(`a typeface that comes after ${path} was shown moves next to nothing`, async ({ page }) => {
    await page.route(TYPEFACE, async (route) => {
      await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
      await route.continue();
    });
    const moved = await movedWhile(page, path);
    expect(await page.evaluate(() => document.fonts.check('1rem "Atkinson Next"'))).toBe(true);
    const sum = moved.reduce((total, { score }) => total + score, 0);
    // a reader's own browser calls .1 good; a line more or less of one paragraph is .02
    expect(sum, JSON.stringify(moved)).toBeLessThan(0.03);
  });
}

const ARTICLE = "/articles/integrations/connect-your-crm/";
for (const [part, until] of Object.entries({
  head: 'class="ask-btn"',
  bar: "</details><details><summary>On this page",
}))
  test(`nothing moves for the rest of a ${part} that comes later`, async ({ page, baseURL }) => {
    const line = await startSlowLine(baseURL ?? "", until);
    await page.route(TYPEFACE, (route) => route.abort());
    expect(await movedWhile(page, `${line.url}${ARTICLE}`)).toEqual([]);
    await line.close();
  });
