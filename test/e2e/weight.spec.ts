import { BUDGET, weighPage } from "#test/support/page-weight.ts";
import { expect, test } from "./support.ts";

// the second has a live block, which a reader without a connection gets too
for (const path of ["integrations/connect-your-crm", "syncing/contacts-not-syncing"])
  test(`an article is light: HTML, styles and scripts, scripts before interaction, fonts (${path})`, async ({
    page,
  }) => {
    const { html, css, js, font } = await weighPage(page, `/articles/${path}/`);
    expect(html + css + js).toBeLessThanOrEqual(BUDGET.htmlCssJs);
    expect(js).toBeLessThanOrEqual(BUDGET.js);
    expect(font).toBeLessThanOrEqual(BUDGET.font);
    expect(html * css * js).toBeGreaterThan(0);
  });
