import type { Page } from "@playwright/test";
import { signToken } from "#test/support/customer.ts";
import { expect, expectAccessible, makeRoom, test } from "./support.ts";
import { call, heard, helpButton, panelOf, startSite, type Site } from "./widget-support.ts";

let site: Site;
test.beforeAll(async () => void (site = await startSite()));
test.afterAll(() => site.stop());

const ARTICLE = "syncing/contacts-not-syncing";
const hilfe = (page: Page) => page.getByRole("button", { name: "Hilfe", exact: true });
const frameOf = (page: Page) => page.locator("handrail-widget iframe");

test("in a German page the button and all that the panel shows are German, to the link that is left", async ({
  soundPage: page,
}) => {
  await page.goto(`${site.host.url}/?lang=de-AT`);
  await hilfe(page).click();
  const panel = panelOf(page);
  await expect(panel.getByRole("heading", { name: "Womit können wir helfen?" })).toBeVisible();
  await expect(frameOf(page)).toHaveAttribute("src", `${site.hub.url}/de/widget/`);
  await expect(panel.locator("html")).toHaveAttribute("lang", "de");
  await expectAccessible(page);

  await panel.getByRole("link", { name: "Artikel durchsuchen" }).click();
  await panel.getByRole("combobox", { name: "Suche" }).fill("Kontakte übertragen");
  await panel.locator("#find-hits").getByText("Kontakte werden nicht übertragen").first().click();
  await expect(panel.locator(`article[data-article-id="${ARTICLE}"]`)).toBeVisible();
  await expect(panel.getByRole("heading", { level: 1 })).toContainText("Kontakte werden nicht übertragen");

  const asked = page.waitForRequest("**/api/ask");
  await call(page, "ask", "Warum werden Kontakte nicht übertragen?");
  expect((await asked).headers()["accept-language"]).toBe("de");
  await expect(panel.getByText("Quellen", { exact: true })).toBeVisible();
  await expect(panel.locator(".srcs a").first()).toHaveAttribute("href", /^\/de\/articles\//);

  await call(page, "status");
  await expect(panel.getByRole("heading", { name: /CRMs sind in Ordnung/ })).toBeVisible();
  await call(page, "person");
  await expect(panel.getByRole("heading", { name: "Was mitgeht" })).toBeVisible();
  await expect(panel.locator("[data-along]")).toContainText("War auf „Campaigns“");
  await panel.locator("textarea[name=message]").fill("Seit gestern kommt kein Kontakt mehr an.");
  await panel.locator("input[name=email]").fill("somebody@example.com");
  await panel.locator("form[data-contact] button[type=submit]").click();
  await expect(panel.getByRole("heading", { name: "Ein Mensch hat es" })).toBeVisible();
  await expect(panel.locator("[data-receipt]")).toHaveAttribute("href", /^\/de\/receipts\//);
});

test("the language that the host names counts over its page’s; one that the hub does not speak is its first", async ({
  soundPage: page,
}) => {
  await page.goto(`${site.host.url}/?lang=fr`);
  await expect(helpButton(page)).toBeVisible();
  await call(page, "page", { locale: "de_CH" });
  await expect(hilfe(page)).toBeVisible();
  await call(page, "page", { locale: "" });
  await expect(helpButton(page)).toBeVisible();
  // an application changes its page's language without a word
  await page.evaluate(() => (document.documentElement.lang = "de"));
  await expect(hilfe(page)).toBeVisible();
  const opened = page.context().waitForEvent("page");
  await call(page, "setup", "hubspot");
  expect((await opened).url()).toBe(`${site.hub.url}/de/setup/hubspot/`);
});

test("a label of the host’s own stays, and is read in the host’s language", async ({ soundPage: page }) => {
  await page.goto(`${site.host.url}/?lang=fr&label=Aide`);
  await call(page, "page", { locale: "de" });
  const button = page.getByRole("button", { name: "Aide", exact: true });
  expect(await button.evaluate((element) => element.getRootNode() instanceof ShadowRoot)).toBe(true);
  await expect(page.locator("handrail-widget")).not.toHaveAttribute("lang");
  await button.click();
  await expect(panelOf(page).getByRole("heading", { name: "Womit können wir helfen?" })).toBeVisible();
});

test("where it cannot be opened, that is said in the page’s language", async ({ page }) => {
  await page.goto(`${site.other.url}/?lang=de`);
  await hilfe(page).click();
  const widget = page.locator("handrail-widget");
  await expect(widget.getByText("Das lässt sich hier nicht öffnen.")).toBeVisible();
  const link = widget.getByRole("link", { name: "In einem Tab öffnen" });
  await expect(link).toHaveAttribute("href", `${site.hub.url}/de/`);
});

test("a language that changes while somebody reads leaves them where they were, signed in, with one trail and the host’s way back", async ({
  soundPage: page,
}) => {
  await makeRoom(page); // both can be used at once
  const tokens = ["Grace", "Grace", "Grace", "Grace"].map((name) =>
    signToken({ publicUrl: site.hub.url }, { email: "grace@example.com", name }),
  );
  await page.exposeFunction("nextToken", () => tokens.pop());
  await page.goto(`${site.host.url}/first`);
  await page.goto(site.host.url);
  await page.evaluate(() => {
    const { handrail, nextToken } = window as unknown as Record<string, (...given: unknown[]) => Promise<string>>;
    void handrail?.("identify", () => nextToken?.());
  });
  await call(page, "article", ARTICLE);
  const panel = panelOf(page);
  await expect(panel.getByRole("heading", { level: 1 })).toContainText("Contacts");
  await panel.getByRole("heading", { level: 1 }).focus();

  await call(page, "page", { title: "Kampagnen", locale: "de" });
  await expect(panel.getByRole("heading", { level: 1 })).toContainText("Kontakte werden nicht übertragen");
  await expect(frameOf(page)).toBeFocused();
  expect(tokens).toHaveLength(2);
  await expect
    .poll(async () => (await heard(page)).filter(([event]) => event === "identified"))
    .toEqual([
      ["identified", { signedIn: true }],
      ["identified", { signedIn: true }],
    ]);
  // who types in the host's page is left there, and what is asked meanwhile is not lost
  await page.getByLabel("Name").focus();
  await call(page, "page", { locale: "en" });
  await expect(panel.getByRole("heading", { level: 1 })).toContainText("Contacts");
  await expect(page.getByLabel("Name")).toBeFocused();
  await call(page, "page", { locale: "de" });
  await call(page, "page", { locale: "en" });
  await call(page, "person", "Why?");
  await expect(panel.getByRole("heading", { name: "What goes along" })).toBeVisible();
  await expect(panel.getByLabel("Your e-mail address")).toHaveValue("grace@example.com");
  await expect(panel.locator("[data-along]")).toContainText(`${site.host.url}/first`);
  await page.goBack();
  expect(page.url()).toBe(`${site.host.url}/first`);
});

test("the panel’s first page offers what fits the host’s page in another language too", async ({ soundPage: page }) => {
  await page.goto(site.host.url);
  await call(page, "page", { title: "CRM", section: "HubSpot" });
  await helpButton(page).click();
  const panel = panelOf(page);
  await expect(panel.getByRole("heading", { name: "For the page you are on" })).toBeVisible();
  await page.evaluate(() => (document.documentElement.lang = "de"));
  await expect(panel.getByRole("heading", { name: "Zu der Seite, auf der Sie sind" })).toBeVisible();
  await expect(panel.locator("[data-fits] a").first()).toHaveAttribute("href", /^\/de\//);
  await call(page, "person");
  await panel.getByRole("heading", { name: "Was mitgeht" }).waitFor();
  expect((await panel.locator("[data-along]").textContent())?.match(/War auf|Was on/g)).toHaveLength(1);
});
