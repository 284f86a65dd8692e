/** What readers do, by keys alone: no pointer, and no field that is filled without being reached. */
import type { Page } from "@playwright/test";
import { pressByKey, tabTo, typeInto } from "./by-keys.ts";
import { newAddress } from "./send-case.ts";
import { expect, expectAccessible, makeRoom, test } from "./support.ts";

const ARTICLE = "/articles/integrations/connect-your-crm/";
const step = (page: Page, number: number) => page.locator(`.step[data-number="${number}"]`);
const verdict = (page: Page, number: number, words: string) => step(page, number).getByRole("radio", { name: words });

test("a step works, the next fails and goes to a person, and the receipt is answered", async ({ soundPage: page }) => {
  await page.goto(ARTICLE);
  await pressByKey(page, verdict(page, 1, "It worked"), "Space");
  await expect(step(page, 1)).toHaveAttribute("data-state", "done");
  await tabTo(page, verdict(page, 2, "It worked"));
  await page.keyboard.press("ArrowRight");
  await expect(verdict(page, 2, "It didn’t")).toBeFocused();
  await expect(step(page, 2)).toHaveAttribute("data-state", "failed");
  await expectAccessible(page);
  await pressByKey(page, step(page, 2).getByRole("link", { name: /hand step 2 to a person/i }));
  await page.waitForURL("**/contact/**");
  await expect(page.getByRole("heading", { name: "What goes along" })).toBeVisible();
  await typeInto(page, page.getByLabel("What is not working?"), "HubSpot refuses our login.");
  await typeInto(page, page.getByLabel("Your e-mail address"), newAddress());
  await pressByKey(page, page.getByRole("switch", { name: "Browser and time zone" }), "Space");
  await expect(page.getByRole("switch", { name: "Browser and time zone" })).not.toBeChecked();
  await pressByKey(page, page.getByRole("button", { name: /^Send/ }));
  await page.waitForURL("**/receipts/**");
  await typeInto(page, page.locator("textarea[name=body]"), "It says “wrong password”.");
  await pressByKey(page, page.getByRole("button", { name: "Add", exact: true }));
  await expect(page.getByText("It says “wrong password”.")).toBeVisible();
});

test("an article is voted on, with a reason, and the trail is looked at and thinned", async ({ soundPage: page }) => {
  await page.goto(ARTICLE);
  const form = page.locator("form[data-feedback]");
  await tabTo(page, form.getByRole("radio", { name: "Yes", exact: true }));
  await page.keyboard.press("ArrowRight");
  await expect(form.getByText("Counted.")).toBeVisible();
  await pressByKey(page, form.getByRole("radio").nth(2), "Space");
  await typeInto(page, form.getByLabel("What did you hope to find?"), "The name of the button.");
  await pressByKey(page, form.getByRole("button", { name: "Send" }));
  await expect(form.getByText("Thank you", { exact: false })).toBeVisible();

  const opener = page.getByRole("contentinfo").getByRole("button", { name: "Your trail" });
  await pressByKey(page, opener);
  const box = page.getByRole("dialog", { name: "Your trail" });
  const items = box.getByRole("listitem");
  await expect(items.first()).toBeVisible();
  await expectAccessible(page);
  const before = await items.count();
  await pressByKey(page, box.getByRole("button", { name: /^Remove/ }).first());
  await expect(items).toHaveCount(before - 1);
  await page.keyboard.press("Escape");
  await expect(opener).toBeFocused();
});

test("a tab, the theme and the language are chosen", async ({ soundPage: page }) => {
  await page.goto("/articles/syncing/map-contact-fields/");
  await makeRoom(page); // a phone has the languages in the foot
  const tabs = page.locator("[data-tabs]").first();
  await tabTo(page, tabs.getByRole("radio").first());
  await page.keyboard.press("ArrowRight");
  await expect(tabs.getByRole("radio").nth(1)).toBeChecked();
  await page.keyboard.press("Home");
  const theme = page.getByRole("button", { name: /^Theme/ });
  await pressByKey(page, theme);
  await expect(page.locator("html")).toHaveAttribute("data-theme", /light|dark/);
  await expect(theme).toBeFocused();
  await pressByKey(page, page.getByRole("navigation", { name: "Languages" }).getByRole("link", { name: "Deutsch" }));
  await expect(page).toHaveURL(/\/de\/articles\/syncing\/map-contact-fields\//);
});
