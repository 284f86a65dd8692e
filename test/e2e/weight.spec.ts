import { BUDGET, weighPage } from "#test/support/page-weight.ts";
import { expect, test } from "./support.ts";

// the second has a live block, which a reader without a connection gets too
for (const [path, most] of [
  ["integrations/connect-your-crm", 6],
  ["syncing/contacts-not-syncing", 8],
] as const)
  test(`an article is light: HTML, styles and scripts, scripts before interaction, fonts, requests (${path})`, async ({
    page,
  }) => {
    const { html, css, js, font, requests } = await weighPage(page, `/articles/${path}/`);
    expect(html + css + js).toBeLessThanOrEqual(BUDGET.htmlCssJs);
    expect(js).toBeLessThanOrEqual(BUDGET.js);
    expect(font).toBeLessThanOrEqual(BUDGET.font);
    expect(requests).toBeLessThanOrEqual(most);
    expect(html * css * js).toBeGreaterThan(0);
  });

test("a page's script is found with the first bytes, and leaves the way to styles and letters", async ({ page }) => {
  await page.goto("/articles/integrations/connect-your-crm/");
  await expect(page.locator("script[type=module]")).toHaveCount(1);
  await expect(page.locator("head script[type=module][fetchpriority=low]")).toHaveCount(1);
});
