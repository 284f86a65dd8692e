import type { Page } from "@playwright/test";
import { answerFrom, ARTICLE, ask, field, log, openAsk, panel, ready } from "./ask-support.ts";
import { expect, makeRoom, test } from "./support.ts";

const SERVICETITAN = "/articles/integrations/set-up-servicetitan/";
const QUESTION = "How do I send my Tenant ID?";
const FOLDED = "#two-business-days-have-gone-by-and-nothing-has-happened";
const STEP = "#send-your-tenant-id";

/** The mark of the section that a link led to, while it lasts. */
const mark = (page: Page, section: string) =>
  page.locator(section).evaluate((element) => {
    const [animation] = element.getAnimations();
    return { name: animation instanceof CSSAnimation && animation.animationName, state: animation?.playState };
  });
const marked = { name: "led-here", state: "running" };
const source = (page: Page) => log(page).getByRole("link", { name: /^Source 1/ });

/** Asks on one page what a section of the ServiceTitan article answers. */
async function askAbout(page: Page, path: string, section: string): Promise<void> {
  await makeRoom(page);
  await answerFrom(page, SERVICETITAN + section);
  await openAsk(page, path);
  await ask(page, QUESTION);
  await ready(page);
}

test("a number opens its section on this very page: in view, with the focus, marked for a moment", async ({
  soundPage: page,
}) => {
  await askAbout(page, SERVICETITAN, STEP);
  await source(page).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(STEP)).toBeFocused();
  await expect(page.locator(STEP)).toBeInViewport();
  expect(await mark(page, STEP)).toEqual(marked);
  expect(page.url()).toContain(`${SERVICETITAN}${STEP}`);
  await expect.poll(() => mark(page, STEP)).toMatchObject({ state: "finished" });
  // The panel is still there and at hand; the same number marks once more.
  await page.keyboard.press("Control+i");
  await expect(field(page)).toBeFocused();
  await source(page).click();
  await expect.poll(() => mark(page, STEP)).toEqual(marked);
});

test("without motion, the mark comes and goes at once", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(`${SERVICETITAN}${STEP}`);
  const easing = await page.locator(STEP).evaluate((element) => getComputedStyle(element).animationTimingFunction);
  expect(easing).toMatch(/^steps\(1\b|^step-end/);
});

test("a number opens its section on another page, and the panel comes along", async ({ soundPage: page }) => {
  await askAbout(page, ARTICLE, STEP);
  await source(page).click();
  await page.waitForURL(`**${SERVICETITAN}${STEP}`);
  await expect(page.locator(STEP)).toBeInViewport();
  expect(await mark(page, STEP)).toMatchObject({ name: "led-here" });
  await expect(panel(page).getByRole("heading", { name: QUESTION })).toBeVisible();
});

for (const [where, path] of [
  ["this page", SERVICETITAN],
  ["another page", ARTICLE],
] as const) {
  test(`a source that is folded away is opened, from ${where}`, async ({ soundPage: page }) => {
    await askAbout(page, path, FOLDED);
    await source(page).click();
    await page.waitForURL(`**${SERVICETITAN}${FOLDED}`);
    await expect(page.locator(FOLDED).getByText("Cause", { exact: true })).toBeInViewport();
  });
}
