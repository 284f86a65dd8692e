import { BUDGET, weighPage } from "#test/support/page-weight.ts";
import { expect, test } from "./support.ts";

test("an article is light: HTML, styles and scripts, scripts before interaction, fonts", async ({ page }) => {
  const { html, css, js, font } = await weighPage(page, "/articles/integrations/connect-your-crm/");
  expect(html + css + js).toBeLessThanOrEqual(BUDGET.htmlCssJs);
  expect(js).toBeLessThanOrEqual(BUDGET.js);
  expect(font).toBeLessThanOrEqual(BUDGET.font);
  expect(html * css * js).toBeGreaterThan(0);
});
