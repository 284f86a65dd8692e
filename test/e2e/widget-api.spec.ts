import { chromium, type Page, type Request } from "@playwright/test";
import { signToken } from "#test/support/customer.ts";
import { expect, test } from "./support.ts";
import { call, heard, helpButton, panelOf, startSite, type Site } from "./widget-support.ts";

let site: Site;
test.beforeAll(async () => void (site = await startSite()));
test.afterAll(() => site.stop());

type Handrail = { handrail: (...given: unknown[]) => void };
const eventsOf = async (page: Page) => (await heard(page)).map(([event]) => event);

test("calls from before the script is there are kept, and done in their order", async ({ soundPage: page }) => {
  await page.addInitScript(() => {
    const early: unknown[][] = [
      ["page", { title: "Early", section: "hubspot" }],
      ["article", "integrations/connect-your-crm"],
    ];
    Object.assign(window, { handrail: Object.assign((...given: unknown[]) => void early.push(given), { q: early }) });
  });
  await page.goto(`${site.host.url}/?quiet`);
  await expect(panelOf(page).locator('article[data-article-id="integrations/connect-your-crm"]')).toBeVisible();
  await expect(helpButton(page)).toBeHidden();
  await call(page, "close");
  expect(await eventsOf(page)).toEqual(["ready", "close"]);
  await call(page, "home");
  await expect(panelOf(page).getByRole("heading", { name: "For the page you are on" })).toBeVisible();
});

test("the product's token signs in within the frame: in no address, no cookie, and gone with it", async ({
  soundPage: page,
}) => {
  const requests: Request[] = [];
  page.on("request", (request) => void requests.push(request));
  const token = await signToken({ publicUrl: site.hub.url }, { email: "grace@example.com", name: "Grace" });
  await page.goto(site.host.url);
  // the question waits for who asks it
  await page.evaluate((signed) => {
    const { handrail } = window as unknown as Handrail;
    handrail("identify", () => new Promise((resolve) => setTimeout(() => resolve(signed), 300)));
    handrail("ask", "Are my contacts syncing?");
  }, token);
  await expect.poll(() => heard(page)).toContainEqual(["identified", { signedIn: true }]);
  await expect.poll(() => eventsOf(page)).toContain("answered");
  await call(page, "person");
  await panelOf(page).getByLabel("Your e-mail address").click(); // nothing lies over it
  await expect(panelOf(page).getByLabel("Your e-mail address")).toHaveValue("grace@example.com");
  const asked = requests.find((request) => request.url().endsWith("/api/ask"));
  expect((await asked?.allHeaders())?.["authorization"]).toMatch(/^Bearer \S+/);
  expect(requests.filter((request) => request.url().includes(token))).toEqual([]);
  const told = requests.filter((request) => request.postData()?.includes(token));
  expect(told.map((request) => request.url())).toEqual([`${site.hub.url}/api/session/bearer`]);
  expect(await page.context().cookies()).toEqual([]);

  await call(page, "identify", null);
  await expect.poll(() => heard(page)).toContainEqual(["identified", { signedIn: false }]);
  expect(requests.at(-1)?.method()).toBe("DELETE");
});

test("a setup opens in a tab that says so, in the panel’s language, signed in as the panel is; the panel stays as it was", async ({
  soundPage: page,
  context,
}) => {
  const token = await signToken({ publicUrl: site.hub.url }, { email: "grace@example.com", name: "Grace" });
  await page.goto(`${site.host.url}/?lang=de`);
  await call(page, "identify", token);
  await call(page, "open");
  await expect.poll(() => heard(page)).toContainEqual(["identified", { signedIn: true }]);
  const panel = panelOf(page);
  const opened = context.waitForEvent("page");
  await panel.getByRole("link", { name: /^Geführte Einrichtung\s+öffnet sich in einem Tab$/ }).click();
  const tab = await opened;
  await expect(tab).toHaveURL(`${site.hub.url}/de/setup/`);
  await tab.getByRole("link", { name: "HubSpot" }).first().click();
  await expect(tab.getByText("grace@example.com")).toBeVisible();
  await tab.close();
  await expect(panel.getByRole("heading", { name: "Womit können wir helfen?" })).toBeVisible();
  await call(page, "person");
  await expect(panel.locator("[data-along]")).toContainText("„Geführte Einrichtung“ in einem Tab geöffnet");
});

test("a token that is no good is said to the host, and everything open stays open", async ({ page }) => {
  await page.goto(site.host.url);
  await call(page, "identify", "not a token");
  await call(page, "ask", "Why do contacts not sync?");
  await expect.poll(() => heard(page)).toContainEqual(["identified", { signedIn: false }]);
  await expect.poll(() => eventsOf(page)).toContain("answered");
});

test("nobody else speaks for the frame or to it, and what a page calls itself stays text", async ({
  soundPage: page,
}) => {
  await page.goto(`${site.host.url}/?framed`);
  await helpButton(page).click();
  await expect.poll(() => eventsOf(page)).toContain("ready");
  const forged = { handrail: 1, type: "event", event: "escalated", detail: { reference: "forged" } };
  await page.evaluate((message) => window.postMessage(message, "*"), forged);
  const inner = page.frames().find((frame) => frame.url().endsWith("/inner"));
  await inner?.evaluate((message) => parent.postMessage(message, "*"), forged);
  // from within the hub's own frame, but not to it: a window that is not the one around the frame
  const hub = page.frames().find((frame) => frame.url() === `${site.hub.url}/widget/`);
  await hub?.evaluate(() => window.postMessage({ handrail: 1, type: "show", view: "status", text: "" }, "*"));
  await call(page, "page", { title: "<img src=x onerror=alert(1)>", url: "javascript:alert(1)" });
  await call(page, "page", { title: "<img src=x onerror=alert(1)>", url: "/evil" });
  await call(page, "person");
  const panel = panelOf(page);
  await expect(panel.getByRole("heading", { name: "What goes along" })).toBeVisible();
  await panel.getByText("Where you were before").first().waitFor();
  expect(await eventsOf(page)).not.toContain("escalated");
  await expect(panel.locator("#crms")).toHaveCount(0);
  const items = panel.locator("[data-along]");
  expect(await items.textContent()).toContain("<img src=x onerror=alert(1)>");
  expect(await items.textContent()).not.toContain("javascript:");
  await expect(panel.locator("[data-along] img")).toHaveCount(0);
});

test("links to what the frame does not show open in a tab, and the host's way back stays its own", async ({
  soundPage: page,
  context,
}) => {
  await page.goto(`${site.host.url}/first`);
  await page.goto(site.host.url);
  await helpButton(page).click();
  const panel = panelOf(page);
  const opened = context.waitForEvent("page");
  await panel.getByRole("link", { name: "Guided setup" }).click();
  expect((await opened).url()).toBe(`${site.hub.url}/setup/`);
  await panel.getByRole("link", { name: "Status of the CRMs" }).click();
  await expect(panel.locator("#crms")).toBeVisible();
  await panel.getByRole("button", { name: "Back", exact: true }).click();
  await expect(panel.getByRole("heading", { name: "How can we help?" })).toBeVisible();
  await page.goBack();
  expect(page.url()).toBe(`${site.host.url}/first`);
});

test("a page that does not come is said, and comes with another try", async ({ page, context }) => {
  await page.goto(site.host.url);
  await helpButton(page).click();
  const panel = panelOf(page);
  await expect(panel.getByRole("heading", { name: "How can we help?" })).toBeVisible();
  await context.setOffline(true);
  await call(page, "article", "integrations/connect-your-crm");
  await expect(panel.getByRole("heading", { name: "This page did not come" })).toBeFocused();
  await context.setOffline(false);
  await panel.getByRole("link", { name: "Try again" }).click();
  await expect(panel.locator("article[data-article-id]")).toBeVisible();
});

/** Goes away and back: what the browser says kept the page out of its memory; nothing where the page came out of it. */
async function goAwayAndBack(page: Page): Promise<string[]> {
  const reasons: string[] = [];
  const browser = await page.context().newCDPSession(page);
  await browser.send("Page.enable");
  browser.on("Page.backForwardCacheNotUsed", ({ notRestoredExplanations }) =>
    reasons.push(...notRestoredExplanations.map(({ reason }) => reason)),
  );
  const url = page.url();
  await page.goto(`${site.host.url}/away`);
  await page.goBack();
  expect(page.url()).toBe(url);
  await browser.detach();
  return reasons.toSorted();
}

// a browser without windows keeps no page, and says so of a page without the widget too
test("nothing of the widget keeps a page out of the browser's memory, and a page that comes back has its panel", async () => {
  const browser = await chromium.launch({
    ...test.info().project.use.launchOptions,
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  });
  const page = await browser.newPage();
  await page.goto(`${site.host.url}/plain?none`);
  const withoutWidget = await goAwayAndBack(page);
  await page.goto(`${site.host.url}/with`);
  const panel = panelOf(page);
  await call(page, "status");
  await expect(panel.locator("#crms")).toBeVisible();
  await call(page, "article", "integrations/connect-your-crm");
  await expect(panel.locator("article[data-article-id]")).toBeVisible();
  expect(await goAwayAndBack(page)).toEqual(withoutWidget);
  if (withoutWidget.length === 0) await expect(panel.locator("article[data-article-id]")).toBeVisible();
  await call(page, "person");
  await expect(panel.getByRole("heading", { name: "What goes along" })).toBeVisible();
  await browser.close();
});
