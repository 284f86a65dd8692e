import type { Page } from "@playwright/test";
import { answerFrom, ARTICLE, ask, field, log, openAsk, panel, ready } from "./ask-support.ts";
import { expect, expectNoSidewaysScroll, test } from "./support.ts";

const PHONE = { width: 390, height: 844 };
test.use({ viewport: PHONE, hasTouch: true });

const box = async (page: Page) => panel(page).boundingBox();

test("the panel takes the whole screen, and opens without raising the keyboard", async ({ soundPage: page }) => {
  await page.goto(ARTICLE);
  await page.getByRole("link", { name: "Ask", exact: true }).tap();
  await expect(panel(page)).toBeVisible();
  expect(await box(page)).toEqual({ x: 0, y: 0, ...PHONE });
  await expect(page.locator(".rest")).toHaveAttribute("inert");
  await expect(panel(page).getByRole("heading", { name: "Ask", exact: true })).toBeFocused();
  await expectNoSidewaysScroll(page);
});

test("the page behind does not scroll, and is where it was afterwards", async ({ soundPage: page }) => {
  await page.goto(ARTICLE);
  await page.evaluate(() => scrollTo(0, 600));
  await page.keyboard.press("Control+i");
  await expect(panel(page)).toBeVisible();
  await page.mouse.move(200, 400);
  await page.mouse.wheel(0, 900);
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => scrollY)).toBe(600);
  await panel(page).getByRole("button", { name: "Close Ask" }).tap();
  await expect(panel(page)).toHaveCount(0);
  expect(await page.evaluate(() => scrollY)).toBe(600);
});

test("a keyboard over the page leaves the field in sight", async ({ soundPage: page }) => {
  await openAsk(page);
  await page.evaluate(() => {
    const seen = window.visualViewport;
    if (!seen) return;
    Object.defineProperties(seen, { height: { value: 480, configurable: true }, offsetTop: { value: 40 } });
    seen.dispatchEvent(new Event("resize"));
  });
  await expect.poll(() => box(page)).toMatchObject({ y: 40, height: 480 });
  const lowest = await field(page).boundingBox();
  expect((lowest?.y ?? 0) + (lowest?.height ?? 0)).toBeLessThanOrEqual(520);
});

test("nothing lies under a notch or the bar at the bottom", async ({ soundPage: page }) => {
  const browser = await page.context().newCDPSession(page);
  await browser.send("Emulation.setSafeAreaInsetsOverride", { insets: { top: 50, bottom: 34, left: 0, right: 0 } });
  await openAsk(page);
  const heading = await panel(page).getByRole("heading", { name: "Ask", exact: true }).boundingBox();
  expect(heading?.y).toBeGreaterThanOrEqual(50);
  const foot = await panel(page).getByRole("link", { name: "Talk to a person" }).boundingBox();
  expect((foot?.y ?? 0) + (foot?.height ?? 0)).toBeLessThanOrEqual(PHONE.height - 34);
});

test("a number uncovers the page at its section, and the answer is there again afterwards", async ({
  soundPage: page,
}) => {
  await answerFrom(page, `${ARTICLE}#plan-before-you-connect`);
  await openAsk(page);
  await ask(page, "What should I plan?");
  await ready(page);
  await log(page)
    .getByRole("link", { name: /^Source 1/ })
    .tap();
  await expect(panel(page)).toHaveCount(0);
  await expect(page.locator(".rest")).not.toHaveAttribute("inert");
  await expect(page.locator("#plan-before-you-connect")).toBeInViewport();
  await expect(page.locator("#plan-before-you-connect")).toBeFocused();
  await page.keyboard.press("Control+i");
  await expect(log(page).getByText("So it is.")).toBeVisible();
});
