import { startSlowLine } from "#test/fakes/slow-line.ts";
import { expectSteadyTypeface, movedWhile, TYPEFACE } from "./moved-while.ts";
import { expect, test } from "./support.ts";

const PAGES = ["/", "/articles/integrations/connect-your-crm/", "/setup/", "/setup/hubspot/", "/status/"];

for (const path of PAGES) {
  // the typeface stays away, so that nothing hangs on whether it or the first paint is the faster
  test(`nothing moves for what a script brings to ${path}`, async ({ page }) => {
    await page.route(TYPEFACE, (route) => route.abort());
    expect(await movedWhile(page, path)).toEqual([]);
  });

  test(`a typeface that comes after ${path} was shown moves next to nothing`, async ({ page }) => {
    await expectSteadyTypeface(page, path, "Atkinson Next");
  });
}

const ARTICLE = "/articles/integrations/connect-your-crm/";
for (const [part, path, until] of [
  ["name", ARTICLE, "<span>Help</span>"],
  ["head", ARTICLE, 'class="ask-btn"'],
  ["bar", ARTICLE, "</details><details><summary>On this page"],
  ["quick path", ARTICLE, "<b>3</b>"],
  ["line to write on", "/", 'id="q" type="search"'],
  ["line’s button", "/", '<button class="btn main" type="submit"'],
] as const)
  test(`nothing moves for the rest of a ${part} that comes later`, async ({ page, baseURL }) => {
    const line = await startSlowLine(baseURL ?? "", until);
    await page.route(TYPEFACE, (route) => route.abort());
    expect(await movedWhile(page, `${line.url}${path}`)).toEqual([]);
    await line.close();
  });
