import { newAddress } from "./send-case.ts";
import { FakeSetup } from "./setup-support.ts";
import { expect, test } from "./support.ts";
import { translate } from "./translated.ts";

const ARTICLE = "/articles/integrations/connect-your-crm/";

test("a page that the browser translates says what is found and answered now, once, and nothing of before", async ({
  soundPage: page,
}) => {
  await page.goto(ARTICLE);
  await page.keyboard.press("Control+k");
  const field = page.locator("#find-q");
  await field.fill("hubspot");
  await expect(page.locator("#find-hits .hit").first()).toBeVisible();
  await translate(page);
  await expect(page.locator("#find-hits .hit-t").first()).toContainText("≈");
  await field.fill("xylophone zebra");
  await expect(page.locator(".finder .nothing")).toContainText("xylophone zebra");
  await expect(page.locator("#find-hits .said-as")).toHaveCount(0);
  await field.fill("tenant");
  await expect(page.locator("#find-hits .hit").first()).toBeVisible();
  // of each word of its own it says one
  const said = page.locator("#find-hits .said-as");
  await expect(said).toHaveText(/^≈\d+ sections? in \d+ articles?$/);
  await page.keyboard.press("Escape");

  await page.keyboard.press("Control+i");
  const questions = ["How long does the approval of my Tenant ID take?", "Which CRMs can I connect?"];
  for (const [before, question] of questions.entries()) {
    await page.locator("#ask-q").fill(question);
    await page.keyboard.press("Enter");
    await expect(page.locator(".ask .srcs")).toHaveCount(before + 1);
  }
  await expect(page.locator(".ask .q")).toHaveText(questions.map((question) => `≈${question}`));
});

test("a browser that does not tell when it painted first brings a page’s parts all the same", async ({
  soundPage: page,
}) => {
  await page.addInitScript(() => {
    globalThis.PerformanceObserver = class extends PerformanceObserver {
      override observe(options: PerformanceObserverInit) {
        if (options.type !== "paint") super.observe(options);
      }
    };
  });
  await new FakeSetup().serve(page);
  await page.goto("/setup/");
  await expect(page.getByText("Signed in as ada@example.com")).toBeVisible();
});

test("where the browser keeps nothing, no draft is said to be kept", async ({ soundPage: page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("It is full", "QuotaExceededError");
    };
  });
  await page.goto("/contact/");
  await expect(page.getByText("This browser keeps no draft: send it before you leave this page.")).toBeVisible();
  await page.getByLabel("What is not working?").fill("Nothing syncs any more, since yesterday.");
  await expect(page.getByText("Kept as a draft")).toHaveCount(0);
});

test("a draft in one tab outlives that another tab has sent its own", async ({ page, context }) => {
  const other = await context.newPage();
  for (const [tab, words] of [
    [other, "Nobody is synced from the other tab."],
    [page, "Nobody is synced from this tab."],
  ] as const) {
    await tab.goto("/contact/");
    await expect(tab.getByRole("button", { name: /^Send, with/ })).toBeVisible();
    await tab.getByLabel("What is not working?").fill(words);
  }
  await other.getByLabel("What is not working?").fill("Nobody is synced from the other tab.");
  await other.getByLabel("Your e-mail address").fill(newAddress());
  await other.getByRole("button", { name: /^Send, with/ }).click();
  await other.waitForURL("**/receipts/**");
  await page.reload();
  await expect(page.getByLabel("What is not working?")).toHaveValue("Nobody is synced from this tab.");
});
