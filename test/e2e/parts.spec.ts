import { ask, log, openAsk, ready } from "./ask-support.ts";
import { expect, test } from "./support.ts";

const HUBSPOT = "/articles/integrations/set-up-hubspot/";
const PASSAGE = "The test referral proves one way through. A check proves the rest";

test("a passage that articles share stands in each, in its language, with what each puts into it", async ({ page }) => {
  await page.goto(HUBSPOT);
  const passage = page.getByRole("article").getByText(PASSAGE);
  await expect(passage).toBeVisible();
  await expect(page.getByRole("article").locator('a[href="/setup/hubspot/"]').last()).toBeVisible();
  await page.goto("/articles/integrations/set-up-intercom/");
  await expect(page.getByRole("article").getByText(PASSAGE)).toBeVisible();
  await expect(page.getByRole("article").locator('a[href="/setup/intercom/"]').last()).toBeVisible();
  await page.goto(`/de${HUBSPOT}`);
  await expect(page.getByRole("article").getByText("Die Testempfehlung beweist einen Weg.")).toBeVisible();
});

test("it is in the article's Markdown, and Ask answers from it", async ({ page, request }) => {
  expect(await (await request.get(`${HUBSPOT}page.md`)).text()).toContain(PASSAGE);
  await openAsk(page, HUBSPOT);
  await ask(page, "What does a check prove beside the test referral?");
  await ready(page);
  await expect(log(page).locator(".said").first()).toContainText("A check proves the rest");
  await expect(log(page).locator(`a[href="${HUBSPOT}#see-whether-it-works"]`).first()).toBeVisible();
});
