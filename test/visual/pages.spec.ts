import path from "node:path";
import { expect, test } from "@playwright/test";
import { PAGES } from "../e2e/matrix/views.ts";

const VARYING = path.join(import.meta.dirname, "varying.css");

test.use({ baseURL: process.env["HUB_URL"] ?? "" });

for (const { name, open } of PAGES)
  test(`${name} looks as before`, async ({ page }) => {
    await open(page);
    await page.waitForLoadState("networkidle");
    const hasOwnFont = await page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].some(({ family, status }) => family.includes("Atkinson") && status === "loaded");
    });
    expect(hasOwnFont, "the pictures are of the self-hosted font").toBe(true);
    await expect(page).toHaveScreenshot(`${name.replaceAll(" ", "-")}.png`, { fullPage: true, stylePath: VARYING });
  });
