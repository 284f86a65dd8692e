import { PSEUDO, pseudo } from "#test/support/pseudo/pseudo-text.ts";
import { strings } from "#site/strings.ts";
import { expectAccessible } from "../support.ts";
import { panelOf, startSite } from "../widget-support.ts";
import { findCut } from "./find-cut.ts";
import { BUILDS, CONTENT, expect, test } from "./pseudo-hub.ts";

test("in a page that is read from the right, button and panel stand at its left, and speak its language", async ({
  page,
  pseudoHub: _built,
}) => {
  const site = await startSite({ BUILDS_DIR: BUILDS }, { from: CONTENT });
  const t = strings.widget;
  // an application that says its language alone is as much of a page from the right
  for (const asked of [`lang=${PSEUDO}&rtl`, `lang=${PSEUDO}`]) {
    await page.setViewportSize({ width: 1600, height: 900 });
    await page.goto(`${site.host.url}/?${asked}`);
    const button = page.getByRole("button", { name: pseudo(t.host.help), exact: true });
    expect((await button.boundingBox())?.x).toBe(20);
    await button.click();
    const panel = panelOf(page);
    await expect(panel.getByRole("heading", { name: pseudo(t.title) })).toBeVisible();
    await expect(panel.locator("html")).toHaveAttribute("dir", "rtl");
    expect((await page.locator("handrail-widget dialog").boundingBox())?.x).toBeCloseTo(20, 0);
  }
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  const frame = page.frames().find((each) => each.url().includes(`/${PSEUDO}/widget/`));
  expect(frame && (await findCut(frame))).toEqual([]);
  await site.stop();
});
