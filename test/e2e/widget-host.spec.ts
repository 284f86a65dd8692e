import type { Page } from "@playwright/test";
import { BUDGET } from "#test/support/page-weight.ts";
import { expect, expectAccessible, test } from "./support.ts";
import { heard, helpButton, panelOf, startSite, type Site } from "./widget-support.ts";

let site: Site;
test.beforeAll(async () => void (site = await startSite()));
test.afterAll(() => site.stop());

const home = (page: Page) => panelOf(page).getByRole("heading", { name: "How can we help?" });

test("before it is opened the page loads one small script of the hub, and nothing else", async ({
  soundPage: page,
}) => {
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    if (!response.url().startsWith(site.hub.url)) return;
    sizes.push(
      response
        .request()
        .sizes()
        .then(({ responseBodySize }) => responseBodySize),
    );
  });
  await page.goto(site.host.url, { waitUntil: "networkidle" });
  await expect(helpButton(page)).toBeVisible();
  const [script = 0, ...more] = await Promise.all(sizes);
  expect(more).toEqual([]);
  expect(script).toBeGreaterThan(1000);
  expect(script).toBeLessThanOrEqual(BUDGET.widget);
});

test("a page of an origin that hub.yaml does not name gets no frame, and one line that says what to write where", async ({
  page,
}) => {
  const lines: string[] = [];
  page.on("console", (message) => void (message.text().startsWith("Handrail") && lines.push(message.text())));
  await page.goto(site.other.url);
  await helpButton(page).click();
  const widget = page.locator("handrail-widget");
  await expect(widget.getByText("This cannot be opened here.")).toBeVisible();
  await expect(widget.getByRole("link", { name: "Open it in a tab" })).toHaveAttribute("href", `${site.hub.url}/`);
  expect(await widget.locator("iframe").isVisible()).toBe(false);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(`"${site.other.url}" into widget.origins of its hub.yaml`);
  await expectAccessible(page, "handrail-widget");
});

test("without a connection it says so, has a way out, and is there once there is one", async ({ page, context }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(site.host.url);
  await expect(helpButton(page)).toBeVisible();
  await context.setOffline(true);
  await helpButton(page).click();
  const widget = page.locator("handrail-widget");
  await expect(widget.getByText("You are offline.")).toBeVisible();
  await expectAccessible(page);
  await widget.getByRole("button", { name: "Close" }).click();
  await expect(helpButton(page)).toBeFocused();
  await context.setOffline(false);
  await helpButton(page).click();
  await expect(home(page)).toBeVisible();
  await expect(widget.getByRole("button", { name: "Close" })).toBeHidden();
});

test("a hub of which nothing comes, not even a refusal, is said not to open, once", async ({ page }) => {
  const lines: string[] = [];
  page.on("console", (message) => message.type() === "error" && lines.push(message.text()));
  await page.clock.install();
  await page.route(/\/widget\/$/, () => {}); // as Firefox has it: no load, no error
  await page.goto(site.host.url);
  await helpButton(page).click();
  const widget = page.locator("handrail-widget");
  await expect(widget.getByText("Opening")).toBeVisible();
  await page.clock.runFor("00:30");
  await expect(widget.getByText("This cannot be opened here.")).toBeVisible();
  await expect(widget.getByRole("link", { name: "Open it in a tab" })).toBeVisible();
  expect(lines).toHaveLength(1);
});

test("by keyboard: it opens from its button and by Ctrl I, Escape closes, and the focus goes back where it was", async ({
  soundPage: page,
}) => {
  await page.goto(site.host.url);
  await helpButton(page).focus();
  await page.keyboard.press("Enter");
  await expect(home(page)).toBeVisible();
  await expect(helpButton(page)).toHaveAttribute("aria-expanded", "true");
  // into the frame, and on to what is in it
  await page.keyboard.press("Tab");
  await expect(panelOf(page).getByRole("link", { name: "Search", exact: true })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.locator("handrail-widget iframe")).toBeHidden();
  await expect(helpButton(page)).toBeFocused();

  const away = page.getByRole("link", { name: "Away" });
  await away.focus();
  await page.keyboard.press("Control+i");
  await expect(panelOf(page).getByRole("textbox", { name: "Ask a question" })).toBeFocused();
  await page.keyboard.press("Escape"); // Ask
  await expect(home(page)).toBeVisible();
  await page.keyboard.press("Escape"); // the panel
  await expect(away).toBeFocused();

  // where somebody writes, the key is the page's
  await page.getByLabel("Name").focus();
  await page.keyboard.press("Control+i");
  await expect(page.locator("handrail-widget iframe")).toBeHidden();
});

test("on a phone the panel is all there is, until it is closed", async ({ soundPage: page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(site.host.url);
  await helpButton(page).click();
  await expect(home(page)).toBeVisible();
  const panel = page.locator("handrail-widget dialog");
  expect(await panel.evaluate((dialog) => dialog.matches(":modal"))).toBe(true);
  await expect.poll(() => panel.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
  for (let presses = 0; presses < 25; presses++) {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => ["HANDRAIL-WIDGET", "BODY"].includes(document.activeElement?.tagName ?? ""))).toBe(
      true,
    );
  }
  await expectAccessible(page);
  await panelOf(page).getByRole("button", { name: "Close" }).click();
  await expect(helpButton(page)).toBeFocused();
  // turned, or less zoomed: the page beside it is in use again
  await helpButton(page).click();
  await page.setViewportSize({ width: 1024, height: 768 });
  await expect.poll(() => panel.evaluate((dialog) => dialog.matches(":modal"))).toBe(false);
  await page.getByLabel("Name").fill("Ada");
});

test.describe("on a wide page", () => {
  test.use({ viewport: { width: 1600, height: 900 } });

  for (const variant of ["rtl", "hostile"] as const)
    test(`the host's styles and direction change nothing but the side that it is on (${variant})`, async ({
      soundPage: page,
    }) => {
      await page.goto(`${site.host.url}/?${variant}`);
      const box = await helpButton(page).boundingBox();
      expect(box?.height).toBe(48);
      if (variant === "rtl") expect(box?.x).toBe(20);
      else expect((box?.x ?? 0) + (box?.width ?? 0)).toBe(1580);
      expect(await helpButton(page).evaluate((button) => getComputedStyle(button).color)).not.toBe("rgb(0, 255, 0)");
      await helpButton(page).click();
      await expect(home(page)).toBeVisible();
      expect(await page.locator("handrail-widget dialog").boundingBox()).toMatchObject({
        width: expect.closeTo(420, 0),
        height: expect.closeTo(720, 0),
      });
    });

  test("a script that is there twice is there once, and a frame in the page has a widget of its own", async ({
    soundPage: page,
  }) => {
    await page.goto(`${site.host.url}/?twice&framed`);
    expect(await page.locator("handrail-widget").count()).toBe(1);
    await helpButton(page).click();
    await expect(home(page)).toBeVisible();
    const inner = page.frameLocator('iframe[title="Inner"]');
    await inner.getByRole("button", { name: "Help", exact: true }).click();
    await expect(
      inner.locator("handrail-widget").frameLocator("iframe").getByRole("heading", { name: "How can we help?" }),
    ).toBeVisible();
    expect((await heard(page)).map(([event]) => event)).toEqual(["open", "ready"]);
  });

  test("motion and colours are the reader's to decide", async ({ soundPage: page }) => {
    await page.emulateMedia({ reducedMotion: "reduce", forcedColors: "active" });
    await page.goto(site.host.url);
    await helpButton(page).click();
    await expect(home(page)).toBeVisible();
    const panel = page.locator("handrail-widget dialog");
    expect(await panel.evaluate((dialog) => getComputedStyle(dialog).animationName)).toBe("none");
    expect(await panel.evaluate((dialog) => getComputedStyle(dialog).borderTopWidth)).toBe("2px");
  });
});
