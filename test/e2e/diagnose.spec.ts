import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./support.ts";
import { panelOf, startSite } from "./widget-support.ts";

const ARTICLE = "/articles/syncing/contacts-not-syncing/";

test("a reader answers question by question, goes back, and hands the way to a person", async ({ soundPage: page }) => {
  await page.goto(ARTICLE);
  const tree = page.getByRole("region", { name: "Find out: Who is missing?" });
  const asks = (words: string) => tree.getByRole("heading", { name: words });
  await expect(tree.getByRole("heading")).toHaveCount(1);
  await tree.getByRole("link", { name: "Some people, while others arrive" }).click();
  await expect(asks("Is there an error for those who are missing?")).toBeFocused();
  await expect(tree.getByRole("list", { name: "Your answers" })).toContainText("Some people, while others arrive");
  await tree.getByRole("link", { name: "A duplicate rule refuses them" }).press("Enter");
  await expect(asks("A rule in your Salesforce forbids a second record")).toBeFocused();
  await expect(tree.getByRole("heading")).toHaveCount(1);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.reload();
  await expect(asks("A rule in your Salesforce forbids a second record")).toBeVisible();
  await tree.getByRole("button", { name: "Back" }).click();
  await expect(asks("Is there an error for those who are missing?")).toBeFocused();
  await tree.getByRole("link", { name: "There is no error" }).click();
  await tree.getByRole("link", { name: /hand it to a person/i }).click();
  await expect(page.getByRole("switch", { name: "What you answered in an article" })).toBeChecked();
  await page.goto(ARTICLE);
  await tree.getByRole("link", { name: "Nobody at all" }).click();
  await tree.getByRole("link", { name: "It never worked" }).click();
  await tree.getByRole("button", { name: "Start again" }).click();
  await expect(asks("Who does not reach your CRM?")).toBeFocused();
  await page.goBack();
  await expect(asks("Does ServiceTitan show “Setup required”?")).toBeFocused();
});

test("an address leads to an outcome, with the answers that mean it", async ({ soundPage: page }) => {
  await page.goto(`${ARTICLE}#six-fields`);
  const tree = page.getByRole("region", { name: "Find out: Who is missing?" });
  await expect(tree.getByRole("heading")).toHaveText(/Complete the six required fields/);
  await expect(tree.getByText("Nobody at all → It never worked → It does", { exact: true })).toBeVisible();
});

test("it asks in German, and leads to the same places", async ({ soundPage: page }) => {
  await page.goto(`/de${ARTICLE}`);
  const tree = page.getByRole("region", { name: "Finden Sie heraus: Wer fehlt?" });
  await tree.getByRole("link", { name: "Überhaupt niemand" }).click();
  await tree.getByRole("link", { name: "Sie lief, dann hörte sie auf" }).click();
  await expect(tree.getByRole("list", { name: "Ihre Antworten" }).getByRole("listitem")).toHaveCount(2);
  await expect(tree.getByRole("button", { name: "Von vorn beginnen" })).toBeVisible();
  await tree.getByRole("link", { name: /Verbinden Sie neu/ }).click();
  await expect(page.getByRole("heading", { name: "Niemand kommt an" })).toBeInViewport();
  await page.reload();
  await expect(tree.getByRole("list", { name: "Ihre Antworten" }).getByRole("listitem")).toHaveCount(2);
  await tree.getByRole("button", { name: "Zurück" }).click();
  await expect(tree.getByRole("heading", { name: "Hat die Übertragung je funktioniert?" })).toBeFocused();
  await expect(tree.getByRole("list", { name: "Ihre Antworten" }).getByRole("listitem")).toHaveCount(1);
});

test("in a product's page the way back stays the product's", async ({ soundPage: page }) => {
  const site = await startSite();
  try {
    await page.goto(site.host.url);
    await page.evaluate(() => {
      const { handrail } = window as unknown as { handrail: (...values: unknown[]) => void };
      handrail("article", "syncing/contacts-not-syncing");
    });
    const tree = panelOf(page).getByRole("region", { name: "Find out: Who is missing?" });
    const before = await page.evaluate(() => history.length);
    await tree.getByRole("link", { name: "Nobody at all" }).click();
    await tree.getByRole("link", { name: "It never worked" }).click();
    await expect(tree.getByRole("heading")).toHaveText(/Does ServiceTitan show/);
    await tree.getByRole("button", { name: "Back" }).click();
    await expect(tree.getByRole("heading")).toHaveText(/Did the sync ever work/);
    expect(await page.evaluate(() => history.length)).toBe(before);
  } finally {
    await site.stop();
  }
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a decision tree is a numbered key", async ({ page }) => {
    await page.goto(ARTICLE);
    const tree = page.getByRole("region", { name: "Find out: Who is missing?" });
    await expect(tree.getByRole("heading")).toHaveCount(13);
    await expect(tree.getByRole("heading").first()).toHaveText(/^1\.\s+Who does not reach your CRM\?/);
    await expect(tree.getByRole("listitem").first()).toHaveText(/Nobody at all\s+\(go to 2\)/);
    await tree.getByRole("link", { name: "Nobody at all" }).click();
    await expect(tree.getByRole("heading", { name: /^2\. Did the sync ever work/ })).toBeInViewport();
  });
});
