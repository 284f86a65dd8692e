import { createHash } from "node:crypto";
import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";

/** A page that fails its test when anything it loads fails, or when it breaks the content security policy. */
export const test = base.extend<{ soundPage: Page }>({
  // every test is somebody else: the hub counts what an address does
  extraHTTPHeaders: async ({ extraHTTPHeaders }, use, { testId }) => {
    const [a, b, c] = createHash("sha256").update(testId).digest();
    await use({ ...extraHTTPHeaders, "x-forwarded-for": `10.${a}.${b}.${c}` });
  },
  soundPage: async ({ page }, use) => {
    const faults: string[] = [];
    page.on("pageerror", ({ message }) => {
      // the browser's own, where the next step comes before a page has turned
      if (!/^Transition was (?:aborted|skipped)/.test(message)) faults.push(message);
    });
    page.on("console", (message) => {
      const isAnswer = message.text().startsWith("Failed to load resource"); // says no address; `response` does
      if (message.type() === "error" && !isAnswer) faults.push(message.text());
    });
    page.on("response", (response) => {
      if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
    });
    page.on("requestfailed", (request) => {
      const why = request.failure()?.errorText;
      if (why !== "net::ERR_ABORTED") faults.push(`${request.url()}: ${why}`); // else the reader moved on
    });
    await use(page);
    expect(faults).toEqual([]);
  },
});
export { expect };

/** Fails with what axe finds in the page as it is now, or in a part of it, and where. */
export async function expectAccessible(page: Page, part = "html"): Promise<void> {
  // colours in the middle of a transition are nobody's choice
  await page.evaluate(() => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    // one that is taken away with its part of the page ends by being aborted
    return Promise.allSettled(ending.map((animation) => animation.finished));
  });
  const { violations } = await new AxeBuilder({ page }).include(part).analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n  ${node.target.join(" ")}\n  ${node.failureSummary}`),
  );
  expect(found).toEqual([]);
}

/** For what stands beside an article, a case or the panel: there is no room for it on a phone. */
export const makeRoom = (page: Page): Promise<void> => page.setViewportSize({ width: 1280, height: 900 });

/** Fails when the page is wider than its window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { needed, given } = await page.evaluate(() => ({
    needed: document.documentElement.scrollWidth,
    given: document.documentElement.clientWidth,
  }));
  expect(needed).toBeLessThanOrEqual(given);
}
