import type { Page } from "@playwright/test";
import { expect, test } from "./support.ts";

const ARTICLE = "/articles/syncing/contacts-not-syncing/";
const linkTo = (page: Page, path: string) => page.locator(`main a[href="${path}"]`).first();

/** Paths that the browser has fetched ahead, as it fetches them. */
async function watchAhead(page: Page): Promise<string[]> {
  const browser = await page.context().newCDPSession(page);
  const ready: string[] = [];
  browser.on("Preload.prefetchStatusUpdated", ({ prefetchUrl, status }) => {
    if (status === "Ready") ready.push(new URL(prefetchUrl).pathname);
  });
  await browser.send("Preload.enable");
  return ready;
}

test("a page is fetched while the reader's pointer stands on its link, but none that is somebody's own", async ({
  soundPage: page,
}) => {
  const ready = await watchAhead(page);
  await page.goto("/topics/syncing/");
  await linkTo(page, ARTICLE).hover();
  await expect.poll(() => ready).toEqual([ARTICLE]);
  await linkTo(page, ARTICLE).click();
  await page.waitForURL(`**${ARTICLE}`);
  const how = await page.evaluate(() => performance.getEntriesByType("navigation").map((entry) => entry.toJSON()));
  expect(how).toMatchObject([{ deliveryType: "navigational-prefetch" }]);
  await linkTo(page, "/contact/").hover();
  await page.goto(`/de/topics/syncing/`);
  await linkTo(page, `/de${ARTICLE}`).hover();
  await expect.poll(() => ready).toEqual([ARTICLE, `/de${ARTICLE}`]);
});

test("a page is fetched as the keyboard comes to its link in the text", async ({ soundPage: page }) => {
  const ready = await watchAhead(page);
  await page.goto("/topics/syncing/");
  const isThere = () => linkTo(page, ARTICLE).evaluate((link) => link === document.activeElement);
  while (!(await isThere())) await page.keyboard.press("Tab");
  await expect.poll(() => ready).toContain(ARTICLE);
  // what it passed on its way is of this kind too, and none that leads out of the text
  const inText = await page
    .locator("main a[href]")
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  expect(inText).toEqual(expect.arrayContaining(ready));
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${ARTICLE}`);
  const how = await page.evaluate(() => performance.getEntriesByType("navigation").map((entry) => entry.toJSON()));
  expect(how).toMatchObject([{ deliveryType: "navigational-prefetch" }]);
});

test("nothing is fetched ahead for a reader who saves data", async ({ soundPage: page }) => {
  const rules = page.locator("script[type=speculationrules]");
  await page.goto("/");
  await expect(rules).toHaveCount(1);
  const browser = await page.context().newCDPSession(page);
  await browser.send("Emulation.setDataSaverOverride", { dataSaverEnabled: true });
  await page.goto("/");
  await expect(rules).toHaveCount(0);
});

test("one page turns into the next, but not for readers who want no motion", async ({ soundPage: page }) => {
  await page.addInitScript(() => {
    addEventListener("pagereveal", ({ viewTransition }) => {
      document.documentElement.dataset["turned"] = String(viewTransition !== null);
    });
  });
  const turned = page.locator("html");
  // a browser shows no turn to a page that it had to wait for too long: then once more
  await expect(async () => {
    await page.goto("/");
    await linkTo(page, ARTICLE).click();
    await page.waitForURL(`**${ARTICLE}`);
    await expect(turned).toHaveAttribute("data-turned", "true", { timeout: 2000 });
  }).toPass();
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.getByRole("link", { name: "Contacts and syncing" }).first().click();
  await page.waitForURL("**/topics/syncing/");
  await expect(turned).toHaveAttribute("data-turned", "false");
});
