import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, makeRoom, test } from "./support.ts";

test("a reader changes the language and stays on the article", async ({ page }) => {
  await page.goto("/articles/syncing/contacts-not-syncing/");
  await page.getByRole("navigation", { name: "Languages" }).getByRole("link", { name: "Deutsch" }).click();
  await expect(page).toHaveURL(/\/de\/articles\/syncing\/contacts-not-syncing\/$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Kontakte werden nicht übertragen");
  await makeRoom(page); // a phone has these links in the foot
  // links lead on in the language, the switch leads back
  await expect(page.locator("header.head").getByRole("link", { name: "Wissen" })).toHaveAttribute("href", "/de/learn/");
  await page.getByRole("navigation", { name: "Sprachen" }).getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(/localhost[^/]*\/articles\/syncing\/contacts-not-syncing\/$/);
});

test("an article that nobody has translated stands in the German frame, and says so", async ({ page }) => {
  await page.goto("/de/articles/syncing/map-contact-fields/");
  await expect(page.locator(".foreign")).toContainText("noch nicht auf Deutsch");
  await expect(page.locator("article")).toHaveAttribute("lang", "en");
  const found = await new AxeBuilder({ page }).analyze();
  expect(found.violations).toEqual([]);
});

test("a title says which language it is in where that is not the page's", async ({ page }) => {
  await page.goto("/de/");
  const signOf = (name: string) =>
    page
      .getByRole("link", { name, exact: true })
      .first()
      .getByText(name)
      .evaluate((title) => getComputedStyle(title, "::after").content);
  expect(await signOf("Map contact fields")).toMatch(/en"/);
  expect(await signOf("CRM verbinden")).toBe("none");
});

test("search finds German articles and says what it does in German", async ({ page }) => {
  await page.goto("/de/");
  await page.keyboard.press("Control+k");
  await page
    .getByRole("dialog", { name: "Suche" })
    .getByRole("searchbox")
    .or(page.locator("#find-q"))
    .first()
    .fill("Kontakte");
  const hit = page.locator("#find-hits").getByText("Kontakte werden nicht übertragen").first();
  await expect(hit).toBeVisible();
});

test("a step's words are German, and so is the trail that it leaves", async ({ page }) => {
  await page.goto("/de/articles/syncing/contacts-not-syncing/");
  await page.getByRole("radio", { name: "Hat geklappt" }).first().check();
  await expect(page.getByRole("status").filter({ hasText: "Schritt 1 hat geklappt." })).toBeAttached();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("search, and asking, stay in the language", async ({ page }) => {
    await page.goto("/de/search/?q=Kontakte");
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    await page
      .getByRole("link", { name: /Kontakte werden nicht übertragen/ })
      .first()
      .click();
    await expect(page).toHaveURL(/\/de\/articles\/syncing\/contacts-not-syncing\//);
  });
});

test.describe("a language that was chosen", () => {
  const chooseGerman = async (page: Page) => {
    await page.goto("/learn/");
    await page.getByRole("navigation", { name: "Languages" }).getByRole("link", { name: "Deutsch" }).click();
    await expect(page).toHaveURL(/\/de\/learn\/$/);
  };

  test("is where the hub’s start leads who comes from elsewhere, and the switch leads back for good", async ({
    soundPage: page,
  }) => {
    await page.goto("/");
    await expect(page).toHaveURL(/localhost:\d+\/$/);
    await chooseGerman(page);
    await page.goto("/");
    await expect(page).toHaveURL(/\/de\/$/);
    // from a page of the hub, and by the browser's way back, the reader comes to where they want to
    await page.evaluate(() => location.assign("/"));
    await expect(page).toHaveURL(/localhost:\d+\/$/);
    await page.getByRole("link", { name: "Learn", exact: true }).first().click();
    await page.goBack();
    await expect(page).toHaveURL(/localhost:\d+\/$/);
    await page.goto("/de/");
    await page.getByRole("navigation", { name: "Sprachen" }).getByRole("link", { name: "English" }).click();
    await page.goto("/");
    await expect(page).toHaveURL(/localhost:\d+\/$/);
  });

  test("is offered on other pages, until the reader says otherwise", async ({ soundPage: page }) => {
    await chooseGerman(page);
    await page.goto("/articles/syncing/contacts-not-syncing/");
    const offer = page.locator(".offer");
    await expect(offer).toHaveAttribute("lang", "de");
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await offer.getByRole("link", { name: "Diese Seite auf Deutsch" }).click();
    await expect(page).toHaveURL(/\/de\/articles\/syncing\/contacts-not-syncing\/$/);
    await expect(offer).toHaveCount(0);
    await page.goto("/status/");
    await offer.getByRole("button", { name: "Bei Englisch bleiben" }).click();
    await expect(offer).toHaveCount(0);
    await page.goto("/learn/");
    await expect(offer).toHaveCount(0);
  });

  test("changes a page that the server writes into the same one", async ({ page }) => {
    await page.goto("/de/search/?q=Kontakte&topic=syncing");
    await page.getByRole("navigation", { name: "Sprachen" }).getByRole("link", { name: "English" }).click();
    await expect(page).toHaveURL(/localhost:\d+\/search\/\?q=Kontakte&topic=syncing$/);
  });

  test.describe("without script", () => {
    test.use({ javaScriptEnabled: false });

    test("is nobody’s but who opens its pages", async ({ page }) => {
      await page.goto("/");
      await expect(page).toHaveURL(/localhost:\d+\/$/);
      await expect(page.locator(".offer")).toHaveCount(0);
    });
  });
});
