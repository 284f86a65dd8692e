import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./support.ts";

const PAGES = [
  "/",
  "/topics/integrations/",
  "/articles/integrations/connect-your-crm/",
  "/articles/syncing/contacts-not-syncing/",
  "/learn/",
  "/learn/decide-who-owns-a-contact/",
  "/setup/",
  "/setup/hubspot/",
  "/search/?q=hubspot",
  "/search/?q=pizza",
  "/ask/",
  "/ask/?q=How+do+I+connect+HubSpot",
  "/ask/?q=Can+I+pay+with+pizza",
  "/status/",
  "/contact/",
  "/privacy/",
  "/desk/",
];

for (const path of PAGES) {
  test(`${path} is sound, accessible and fits its window`, async ({ soundPage }) => {
    const response = await soundPage.goto(path);
    expect(response?.status()).toBe(200);
    await expect(soundPage.locator("h1")).toHaveCount(1);
    await expectNoSidewaysScroll(soundPage);
    await expectAccessible(soundPage);
  });
}

test("an address that is not there says so and is accessible", async ({ page }) => {
  const response = await page.goto("/articles/integrations/conect-your-crm/");
  expect(response?.status()).toBe(404);
  await expectAccessible(page);
});
