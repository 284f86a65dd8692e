import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./support.ts";

const dialog = (page: Page) => page.getByRole("dialog", { name: "Search" });
const field = (page: Page) => page.getByRole("combobox", { name: "Search" });
const option = (page: Page, name: string | RegExp) => page.getByRole("listbox").getByRole("option", { name });

test("what is typed right after the key is in the field", async ({ soundPage: page }) => {
  await page.goto("/learn/");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("tenant id");
  await expect(field(page)).toHaveValue("tenant id");
  await expect(field(page)).toBeFocused();
});

test("before anything is typed the dialog says what to type", async ({ soundPage: page }) => {
  await page.goto("/learn/");
  await page.keyboard.press("Control+k");
  await expect(dialog(page).getByText("Type what you want to do")).toBeVisible();
  await expectAccessible(page);
});

test("arrow keys and Enter open a section; Esc leads back", async ({ soundPage: page }) => {
  await page.goto("/learn/");
  const link = page.getByRole("link", { name: /^Search/ });
  await link.click();
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect(link).toBeFocused();
  await page.keyboard.press("/");
  await page.keyboard.type("tenant id");
  await expect(option(page, /Set up ServiceTitan/).first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("#find-2")).toHaveAttribute("aria-selected", "true");
  await expect(field(page)).toHaveAttribute("aria-activedescendant", "find-2");
  const target = await page.locator("#find-2").getAttribute("href");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname + url.hash === target);
  await expect(dialog(page)).toBeHidden();
});

test("a typing error finds the article, and the reader sees how it was read", async ({ soundPage: page }) => {
  await page.goto("/");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("contcts not syncing");
  await expect(dialog(page).getByText("read as contacts not syncing")).toBeVisible();
  await expect(option(page, /Contacts do not sync/).first()).toBeVisible();
  await expectAccessible(page);
});

test("a customer's own words find the article that uses others", async ({ soundPage: page }) => {
  await page.goto("/");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("double records");
  await expect(option(page, /Duplicates/).first()).toBeVisible();
});

test("nothing found says so, offers Ask and a person, and becomes a gap once", async ({ soundPage: page }) => {
  const gaps: unknown[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/api/searches")) gaps.push(request.postDataJSON());
  });
  await page.goto("/");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("bitcoin");
  await expect(dialog(page).getByText("Nothing for “bitcoin”.")).toBeVisible();
  await expectAccessible(page);
  await expect.poll(() => gaps).toEqual([{ q: "bitcoin", results: 0 }]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await expect(field(page)).toHaveValue("bitcoin");
  await dialog(page).getByRole("link", { name: "talk to a person" }).click();
  await expect(page.getByLabel("What is not working?")).toHaveValue("bitcoin");
  expect(gaps).toHaveLength(1);
});

test("filters keep to a topic and a CRM; searches made before are offered again", async ({ soundPage: page }) => {
  await page.goto("/");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("contacts");
  await expect(option(page, /Set up HubSpot/).first()).toBeVisible();
  await dialog(page).getByRole("radio", { name: "Qualifying referrals" }).check();
  await expect(option(page, /Set up HubSpot/)).toHaveCount(0);
  await dialog(page).getByRole("radio", { name: "Everything" }).check();
  await dialog(page).getByRole("combobox", { name: "CRM" }).selectOption("Salesforce");
  await expect(option(page, /Salesforce/).first()).toBeVisible();
  await expect(option(page, /Set up HubSpot from/)).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await field(page).fill("");
  await expect(option(page, /^contacts$/)).toBeVisible();
  await expectAccessible(page);
  await option(page, /^contacts$/).click();
  await expect(field(page)).toHaveValue("contacts");
});

test("where filters left nothing, the way back to everything leaves the reader in the field", async ({
  soundPage: page,
}) => {
  await page.goto("/");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("tenant id");
  await dialog(page).getByRole("combobox", { name: "CRM" }).selectOption("HubSpot");
  await dialog(page).getByRole("radio", { name: "This hub" }).check();
  await expect(dialog(page).locator(".nothing li").getByRole("link").first()).toBeVisible(); // what is nearest, outside of them
  await dialog(page).getByRole("button", { name: "Look in everything" }).click();
  await expect(field(page)).toBeFocused();
  await expect(option(page, /Set up ServiceTitan/).first()).toBeVisible();
});

test("support knows of what nobody finds in everything, also where a filter was tried first", async ({
  soundPage: page,
}) => {
  const told = dialog(page).getByText("Support now knows that somebody looked for it.");
  await page.goto("/");
  await page.keyboard.press("Control+k");
  await dialog(page).getByRole("radio", { name: "This hub" }).check();
  await field(page).fill("marzipan");
  await expect(dialog(page).getByText("Nothing for “marzipan”.")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await expect(told).toHaveCount(0);
  const recorded = page.waitForResponse((response) => response.url().endsWith("/api/searches"));
  await dialog(page).getByRole("button", { name: "Look in everything" }).click();
  await recorded;
  await expect(told).toBeVisible();
});

test("the key for Ask closes the search, which would cover it", async ({ soundPage: page }) => {
  await page.goto("/learn/");
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("Control+i");
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByRole("complementary", { name: "Ask" }).getByRole("textbox")).toBeFocused();
});

test("without a connection the dialog opens and says what is the matter", async ({ page, context }) => {
  await page.goto("/");
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
  await context.setOffline(true);
  await page.keyboard.type("salesforce lead");
  await expect(dialog(page).getByText("Offline.").or(option(page, /lead/i)).first()).toBeVisible();
  await expectAccessible(page);
});

test("a phone’s page of results leads down to its filters; where they stand beside the results, nothing does", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/search/?q=contacts");
  const filters = page.getByRole("navigation", { name: "Filters" });
  await expect(filters).not.toBeInViewport();
  await page.getByRole("link", { name: "Filters" }).click();
  await expect(filters).toBeInViewport();
  await expect(filters).toHaveCSS("animation-name", "none"); // a heading is marked for a moment, a whole part is not
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(page.getByRole("link", { name: "Filters" })).toBeHidden();
});
