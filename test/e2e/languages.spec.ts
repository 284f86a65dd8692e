import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "./support.ts";

test("a reader changes the language and stays on the article", async ({ page }) => {
  await page.goto("/articles/syncing/contacts-not-syncing/");
  await page.getByRole("navigation", { name: "Languages" }).getByRole("link", { name: "Deutsch" }).click();
  await expect(page).toHaveURL(/\/de\/articles\/syncing\/contacts-not-syncing\/$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Kontakte werden nicht übertragen");
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
