import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./support.ts";

const ARTICLE = "/articles/integrations/connect-your-crm/";
const AWAY = "This cannot be loaded just now. Try it again when you are connected.";

/** The article is there, and the connection goes. */
async function readOffline(page: Page): Promise<void> {
  await page.goto(ARTICLE);
  await page.waitForLoadState("networkidle");
  await page.context().setOffline(true);
}

test("without a connection what a key opens is not loaded, the article stays, and the key works again later", async ({
  page,
  context,
}) => {
  await readOffline(page);
  for (const key of ["/", "Control+k", "Control+i"]) {
    await page.keyboard.press(key);
    await expect(page.getByRole("status").filter({ hasText: AWAY })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByText(AWAY)).toBeHidden();
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await page
    .getByRole("contentinfo")
    .getByRole("button", { name: "Your trail" })
    .evaluate((it: HTMLElement) => it.click());
  await expect(page.getByText(AWAY)).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  expect(new URL(page.url()).pathname).toBe(ARTICLE);
  await context.setOffline(false);
  await expect(page.getByText(AWAY)).toHaveCount(0);
  await page.keyboard.press("/");
  await expect(page.getByRole("combobox", { name: "Search" })).toBeFocused();
});

test("a step and a vote that are chosen without a connection say so, and count when there is one", async ({
  page,
  context,
}) => {
  await readOffline(page);
  const step = page.locator(".step[data-number='1']");
  const form = page.locator("form[data-feedback]");
  const says = page.getByRole("status").filter({ hasText: "Not counted yet." });
  await step.getByRole("radio", { name: "It worked" }).check();
  await expect(says).toBeVisible();
  await page.keyboard.press("Escape");
  await form.getByRole("radio", { name: "Yes", exact: true }).check();
  await expect(says).toBeVisible();
  await context.setOffline(false);
  await expect(step).toHaveAttribute("data-state", "done");
  await expect(form.getByText("Counted.", { exact: true })).toBeVisible();
});

/** As a browser that asks for a module only once, though the hub is there again. `until`: the load from which it comes. */
async function loseModules(page: Page, until: number): Promise<() => number> {
  let loads = 0;
  page.on("request", (request) => void (loads += Number(request.isNavigationRequest())));
  await page.route(/\/(?:steps|feedback|trail-view)\.[^/]+\.js$/, (route) =>
    loads < until ? route.abort() : route.continue(),
  );
  return () => loads;
}

test("a module that never comes to an open page comes with the page anew, and what was chosen counts", async ({
  page,
}) => {
  await loseModules(page, 2);
  await page.goto(ARTICLE);
  const form = page.locator("form[data-feedback]");
  await form.getByRole("radio", { name: "No", exact: true }).check();
  await expect(form.getByText("Counted.", { exact: true })).toBeVisible();
  await expect(form.getByRole("radio", { name: "No", exact: true })).toBeChecked();
  await page.getByRole("contentinfo").getByRole("button", { name: "Your trail" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
});

test("where it does not come with the page anew either, that is said, and the page stays", async ({ page }) => {
  const loads = await loseModules(page, Infinity);
  await page.goto(ARTICLE);
  const step = page.locator(".step[data-number='1']");
  await step.getByRole("radio", { name: "It worked" }).check();
  await expect(page.getByRole("status").filter({ hasText: "Not counted yet." })).toBeVisible();
  await expect(step.getByRole("radio", { name: "It worked" })).toBeChecked();
  expect(loads()).toBe(2);
});

test("what a page is complete without goes missing quietly: nothing fails, and the page stays as it is", async ({
  page,
}) => {
  const faults: string[] = [];
  page.on("pageerror", ({ message }) => faults.push(message));
  await readOffline(page);
  const missed = page.waitForEvent("requestfailed", (request) => request.url().includes("read-position"));
  await page.mouse.wheel(0, 2000);
  await missed;
  await page.locator("main").click({ position: { x: 5, y: 5 } });
  await expect(page.getByText(AWAY)).toHaveCount(0);
  expect(faults).toEqual([]);
});

for (const [path, chunk, awake] of [
  ["/setup/hubspot/", "start-setup", ".stages"],
  ["/desk/", "main", "#desk form"],
] as const)
  test(`what a page is nothing without is said to be away (${path})`, async ({ page }) => {
    const faults: string[] = [];
    page.on("pageerror", ({ message }) => faults.push(message));
    await page.route(`**/${chunk}.*.js`, (route) => route.abort());
    await page.goto(path);
    await expect(page.getByRole("status").filter({ hasText: AWAY })).toBeVisible();
    await expectAccessible(page, ".banner");
    // there is nothing else to read: no click and no key takes it away
    await page.mouse.click(5, 300);
    await page.keyboard.press("Escape");
    await expect(page.getByText(AWAY)).toBeVisible();
    expect(faults).toEqual([]);
    await page.unroute(`**/${chunk}.*.js`);
    if (path === "/desk/") await page.getByRole("link", { name: "Try again" }).click();
    else await page.evaluate(() => dispatchEvent(new Event("online")));
    await expect(page.getByText(AWAY)).toHaveCount(0);
    await expect(page.locator(awake)).toBeVisible();
  });
