import type { Page } from "@playwright/test";
import { expect, expectAccessible, makeRoom, test } from "./support.ts";

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
  await page.reload();
  await expect(step(page, 1)).toHaveAttribute("data-state", "done");
  await expect(page.getByText("You stopped at step 2 today.")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Where you left off" })).toBeVisible();
  await expectAccessible(page);
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

test("who asks for a person before the script of the steps has come takes the step along", async ({ page }) => {
  await page.route("**/steps.*.js", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await route.continue();
  });
  await page.goto(ARTICLE);
  await judge(page, 3, "It didn’t");
  await page.getByRole("link", { name: "Send it to support" }).click();
  await expect(page.getByLabel("Subject")).toHaveValue(/^Step 3 did not work: /);
});

test("what is pressed before any script has come counts", async ({ soundPage: page }) => {
  let come = () => {};
  const pressed = new Promise<void>((resolve) => (come = resolve));
  await page.route(/\/_astro\/.*\.js$/, async (route) => {
    await pressed;
    await route.continue();
  });
  await page.goto(ARTICLE, { waitUntil: "commit" });
  await judge(page, 1, "It worked");
  await page.getByRole("group", { name: "Did this answer" }).getByRole("radio", { name: "Yes" }).check();
  const vote = page.waitForRequest((request) => request.postDataJSON()?.answered === true);
  come();
  await vote;
  await expect(step(page, 1)).toHaveAttribute("data-state", "done");
  await page.reload();
  await expect(page.getByText("You stopped at step 2 today.")).toBeVisible();
});

test("everything can be begun again and forgotten", async ({ soundPage: page }) => {
  await page.goto(ARTICLE);
  for (const number of [1, 2, 3, 4, 5]) {
    await judge(page, number, "It worked");
    await expect(step(page, number)).toHaveAttribute("data-state", "done");
  }
  await page.reload();
  await expect(page.getByText("Every step worked today.")).toBeVisible();
  await page.getByRole("button", { name: "Start again" }).click();
  await expect(step(page, 1)).toHaveAttribute("data-state", "current");
  await expect(step(page, 1).getByRole("heading").first()).toBeFocused();
  await page.reload();
  await expect(step(page, 1)).toHaveAttribute("data-state", "current");
  await judge(page, 1, "It worked");
  await expect(step(page, 1)).toHaveAttribute("data-state", "done");
  await page.goto("/");
  await page.getByRole("button", { name: "Forget this" }).click();
  await expect(page.getByRole("main")).toBeFocused();
});

test("where to go on is counted on the article as it is, whatever steps it had", async ({ soundPage: page }) => {
  await page.goto(ARTICLE);
  await judge(page, 1, "It worked");
  const keepAs = (change: { first: boolean }) =>
    page.evaluate(({ first }) => {
      const [kept] = JSON.parse(localStorage.getItem("handrail.steps") ?? "[]");
      const steps = { ...(first && kept.steps), "taken-away": "done" };
      localStorage.setItem(
        "handrail.steps",
        JSON.stringify([{ ...kept, total: 9, steps, next: { id: "gone-too", number: 8 } }]),
      );
    }, change);
  await expect(step(page, 1)).toHaveAttribute("data-state", "done");
  await keepAs({ first: true });
  await page.reload();
  await expect(page.getByText("You stopped at step 2 today.")).toBeVisible();
  await page.getByRole("link", { name: "Go on there" }).click();
  await expect(step(page, 2)).toBeInViewport();
  await keepAs({ first: false });
  await page.goto("/");
  await page.goto(ARTICLE);
  await page.waitForLoadState("networkidle");
  await expect(page.getByText("You stopped at step")).toHaveCount(0);
});

test("the trail is told beside the article, stays in its tab until it is kept, and can be cleared", async ({
  soundPage: page,
  context,
}) => {
  await makeRoom(page);
  await page.goto(ARTICLE);
  const trail = (shown: Page) => shown.getByRole("region", { name: "Your trail" });
  for (const number of [1, 2]) await judge(page, number, "It worked");
  await judge(page, 3, "It didn’t");
  await expect(trail(page).getByRole("listitem")).toHaveText([
    /Read “Connect your CRM/,
    /Steps 1 and 2 worked/,
    /Step 3 did not work/,
  ]);
  await expectAccessible(page);
  const other = await context.newPage();
  await makeRoom(other);
  await other.goto("/articles/syncing/contacts-not-syncing/");
  await expect(trail(other)).toBeHidden();
  await trail(page).getByRole("button", { name: "Keep on this device" }).click();
  await expect(trail(page).getByRole("button", { name: "Do not keep it" })).toBeFocused();
  await other.reload();
  await expect(trail(other).getByText("Steps 1 and 2 worked")).toBeVisible();
  await trail(other).getByRole("button", { name: "Clear" }).click();
  await expect(trail(other)).toBeHidden();
});
