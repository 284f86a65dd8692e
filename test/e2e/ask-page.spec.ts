import { ARTICLE, test as withModel } from "./ask-support.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./support.ts";

const QUESTION = "How do I connect HubSpot?";
test.use({ javaScriptEnabled: false });

test("a form gives a page with the answer, its sources and a person; a follow-up keeps the thread", async ({
  page,
}) => {
  await page.goto(ARTICLE);
  await page.getByRole("link", { name: "Ask", exact: true }).click();
  await page
    .getByRole("textbox", { name: "Your question" })
    .fill("How does a referral qualify by deal stage in HubSpot?");
  await page.getByRole("button", { name: "Ask" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("deal stage in HubSpot");
  await expect(page.getByText("From the articles, word for word.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Sources" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Ask a person this" })).toBeVisible();
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", "noindex");
  await expectNoSidewaysScroll(page);
  await page.getByRole("textbox", { name: "A follow-up" }).fill("and for Salesforce?");
  await page.getByRole("button", { name: "Ask" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("and for Salesforce?");
  await expect(page.getByText("You choose the stage that qualifies a referral").first()).toBeVisible();
  await page.locator(`.cite[href*="#"]`).first().click();
  await expect(page.locator(":target")).toBeInViewport();
});

test("what is not in the articles is said first, with the nearest sections and a person", async ({ page }) => {
  await page.goto("/ask/?q=Can+I+pay+my+invoice+with+bitcoin");
  await page.getByRole("button", { name: "Ask" }).click();
  await expect(page.getByText("Not found in the articles.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Nearest sections" })).toBeVisible();
  await expect(page.locator(".near p").first()).toHaveText(/\w{3}/);
  await page.getByRole("link", { name: "Ask a person this" }).click();
  await expect(page.getByLabel("What is not working?")).toHaveValue("Can I pay my invoice with bitcoin");
});

test("an answer is judged with a reason, and the judgement changed", async ({ page }) => {
  await page.goto(`/ask/?q=${QUESTION}`);
  await page.getByRole("button", { name: "Ask" }).click();
  await page.getByRole("button", { name: "No" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thank you. Your answer counts: No.");
  await page.getByRole("radio", { name: "Something is missing" }).check();
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("The reason helps to mend the articles.")).toBeVisible();
  await page.getByRole("button", { name: "Change it to Yes" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thank you. Your answer counts: Yes.");
});

withModel("a link to the page asks nobody: only the form spends the model's work", async ({ page, modelHub }) => {
  const before = modelHub.model.questions();
  await page.goto(`/ask/?q=${encodeURIComponent("How long does the approval of my Tenant ID take?")}`);
  await expect(page.getByRole("textbox", { name: "Your question" })).toHaveValue(/Tenant ID/);
  expect(modelHub.model.questions()).toBe(before);
  const sent = page.getByRole("button", { name: "Ask" }).click();
  const answer = await modelHub.model.asked();
  answer.say("The approval takes 1–2 business days. [1]\n");
  answer.end();
  await sent;
  await expect(page.getByText("Answered from the articles.")).toBeVisible();
});

for (const question of [QUESTION, "Can I pay with pizza"]) {
  // axe needs script; the page is the same with it
  withModel.describe("with script", () => {
    test.use({ javaScriptEnabled: true });
    test(`the page that answers “${question}” is accessible`, async ({ soundPage: page }) => {
      await page.goto(`/ask/?q=${question}`);
      await page.getByRole("button", { name: "Ask", exact: true }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(question);
      await expectAccessible(page);
    });
  });
}
