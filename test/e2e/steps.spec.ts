import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./support.ts";

const ARTICLE = "/articles/integrations/connect-your-crm/";
const step = (page: Page, number: number) => page.locator(`.step[data-number="${number}"]`);
const judge = (page: Page, number: number, words: "It worked" | "It didn’t") =>
  step(page, number).getByRole("radio", { name: words }).check();

test("a reader works through steps, meets one that fails, and comes back to it", async ({ soundPage: page }) => {
  await page.goto(ARTICLE);
  await expect(step(page, 1)).toHaveAttribute("data-state", "current");
  await judge(page, 1, "It worked");
  await expect(step(page, 1)).toHaveAttribute("data-state", "done");
  await expect(step(page, 2)).toHaveAttribute("data-state", "current");
  await judge(page, 2, "It didn’t");
  await expect(step(page, 2)).toHaveAttribute("data-state", "failed");
  await expect(step(page, 2).getByText("Sign that it worked")).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByRole("navigation", { name: "Quick path" }).locator("li").nth(1)).toHaveAttribute(
    "data-state",
    "failed",
  );
  const trail = page.getByRole("region", { name: "Your trail" });
  await expect(trail.getByRole("listitem")).toHaveCount(3);
  await expect(trail.getByText("Step 2 did not work")).toBeVisible();

  await page.reload();
  await expect(step(page, 1)).toHaveAttribute("data-state", "done");
  await expect(page.getByText("You stopped at step 2 today.")).toBeVisible();
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Where you left off" })).toBeVisible();
  await page.getByRole("link", { name: "Go on at step 2" }).click();
  await expect(step(page, 2)).toBeInViewport();
  await judge(page, 2, "It worked");
  await expect(step(page, 3)).toHaveAttribute("data-state", "current");
});

test("a failed step goes to a person by its name", async ({ soundPage: page }) => {
  await page.goto(ARTICLE);
  await judge(page, 3, "It didn’t");
  await step(page, 3)
    .getByRole("link", { name: /hand step 3 to a person/i })
    .click();
  await expect(page.getByText(/Connect your CRM and see that it works, Step 3 did not work/)).toBeVisible();
  await expect(page.getByRole("switch", { name: "Steps" })).toBeChecked();
});

test("everything can be begun again and forgotten", async ({ soundPage: page }) => {
  await page.goto(ARTICLE);
  for (const number of [1, 2, 3, 4, 5]) await judge(page, number, "It worked");
  await page.reload();
  await expect(page.getByText("Every step worked today.")).toBeVisible();
  await page.getByRole("button", { name: "Start again" }).click();
  await expect(step(page, 1)).toHaveAttribute("data-state", "current");
  await page.reload();
  await expect(step(page, 1)).toHaveAttribute("data-state", "current");
  const trail = page.getByRole("region", { name: "Your trail" });
  await expect(trail.getByText("Steps 1, 2, 3, 4 and 5 worked")).toBeVisible();
  await trail.getByRole("button", { name: "Clear" }).click();
  await expect(trail).toBeHidden();
});

test("the trail stays in its tab until the reader keeps it on the device", async ({ soundPage: page, context }) => {
  await page.goto(ARTICLE);
  const trail = (shown: Page) => shown.getByRole("region", { name: "Your trail" });
  await judge(page, 1, "It worked");
  const other = await context.newPage();
  await other.goto("/articles/syncing/contacts-not-syncing/");
  await expect(trail(other).getByText("Step 1 worked")).toHaveCount(0);
  await trail(page).getByRole("button", { name: "Keep on this device" }).click();
  await expect(trail(page).getByRole("button", { name: "Do not keep it" })).toBeFocused();
  await other.reload();
  await expect(trail(other).getByText(/Step 1 worked/)).toBeVisible();
});
