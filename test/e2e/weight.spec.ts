import { BUDGET, weighPage } from "#test/support/page-weight.ts";
import { expect, test } from "./support.ts";

const MOST = 6;
/** What the reader has connected: asked for where a live block is near the window, and nowhere else. Only the hub knows it. */
const OF_LIVE_BLOCKS = [/\/wake-blocks\.[^/]+\.js$/, /\/api\/integrations$/];

for (const [path, own] of [
  ["integrations/connect-your-crm", []],
  ["syncing/contacts-not-syncing", OF_LIVE_BLOCKS],
] as const)
  test(`an article is light: HTML, styles and scripts, scripts before interaction, fonts, requests (${path})`, async ({
    page,
  }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    const { html, css, js, font, requests } = await weighPage(page, `/articles/${path}/`);
    expect(html + css + js).toBeLessThanOrEqual(BUDGET.htmlCssJs);
    expect(js).toBeLessThanOrEqual(BUDGET.js);
    expect(font).toBeLessThanOrEqual(BUDGET.font);
    expect(requests, asked.join(" ")).toBeLessThanOrEqual(MOST + own.length);
    expect(asked.filter((address) => OF_LIVE_BLOCKS.some((each) => each.test(address)))).toHaveLength(own.length);
    expect(html * css * js).toBeGreaterThan(0);
  });

test("a page's script is found with the first bytes, and leaves the way to styles and letters", async ({ page }) => {
  await page.goto("/articles/integrations/connect-your-crm/");
  await expect(page.locator("script[type=module]")).toHaveCount(1);
  await expect(page.locator("head script[type=module][fetchpriority=low]")).toHaveCount(1);
});
