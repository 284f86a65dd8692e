import { expect, expectAccessible, test } from "./support.ts";
import { heard, helpButton, panelOf, startSite, type Site } from "./widget-support.ts";

let site: Site;
test.beforeAll(async () => void (site = await startSite()));
test.afterAll(() => site.stop());

test("from a product's page to a person: search, an article, Ask, and a case that says where it began", async ({
  soundPage: page,
}) => {
  await page.goto(`${site.host.url}/campaigns/7?secret=1`);
  await page.getByRole("button", { name: "Integrations and API" }).click();
  await helpButton(page).click();
  const panel = panelOf(page);
  await expect(panel.getByRole("heading", { name: "How can we help?" })).toBeVisible();

  await panel.getByRole("link", { name: "Search the articles" }).click();
  await panel.getByRole("combobox", { name: "Search" }).fill("hubspot");
  await panel
    .getByRole("option", { name: /HubSpot/ })
    .nth(1)
    .click();
  await expect(panel.locator("article[data-article-id]")).toBeVisible();

  await panel.getByRole("link", { name: "Ask", exact: true }).first().click();
  await panel.getByRole("textbox", { name: "Ask a question" }).fill("Why do contacts not sync?");
  await page.keyboard.press("Enter");
  await expect(panel.getByText("Sources", { exact: true })).toBeVisible();
  await panel
    .getByRole("link", { name: /Ask a person this|Talk to a person/ })
    .first()
    .click();

  await expect(panel.getByRole("heading", { name: "What goes along" })).toBeVisible();
  await panel.getByLabel("Your e-mail address").fill("somebody@example.com");
  const sent = page.waitForRequest("**/api/escalations");
  await panel.getByRole("button", { name: /^Send/ }).click();
  const { trail } = (await sent).postDataJSON() as { trail: { kind: string; ref: string; title: string }[] };
  expect(trail.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["page", "search", "article", "answer"]));
  expect(trail.filter(({ kind }) => kind === "page")).toMatchObject([
    { ref: `${site.host.url}/campaigns/7`, title: expect.stringContaining("Campaign settings") },
    { ref: `${site.host.url}/campaigns/7/crm`, title: expect.stringContaining("Integrations and API") },
  ]);
  expect(JSON.stringify(trail)).not.toContain("secret");
  await expect(panel.getByRole("heading", { name: "A person has it" })).toBeVisible();
  await expectAccessible(page);
  const reference = await panel.locator("[data-reference]").textContent();
  expect((await heard(page)).at(-1)).toEqual(["escalated", { reference }]);
});
