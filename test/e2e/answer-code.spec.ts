import { writeFileSync } from "node:fs";
import path from "node:path";
import { testHub } from "./own-hub.ts";
import { expect, expectAccessible, expectNoSidewaysScroll } from "./support.ts";

const CODE = `kelp.plant({ bay: "north", metres: 12 }); // as long as a line that no phone has room for
  kelp.wait();`;
const ARTICLE = `---
title: Plant kelp in a bay
summary: How kelp is planted in a bay, and where it grows.
kind: guide
updated: 2026-01-01
sources: [Ourselves]
---

## Main

To plant kelp in a bay, run this:

\`\`\`js title="kelp.js"
${CODE}
\`\`\`

## Desk

Kelp grows on rocks.

## Status

It grows well.
`;

const test = testHub(path.resolve(".cache/own-code"), (content) =>
  writeFileSync(path.join(content, "articles/start/plant-kelp.mdx"), ARTICLE),
);

test.describe.configure({ mode: "serial" });

test("headings are called as the page's own parts are, and stay headings", async ({ soundPage: page }) => {
  await page.goto("/articles/start/plant-kelp/#desk");
  await expect(page.getByRole("heading", { name: "Desk" })).toBeInViewport();
  await expect(page.getByText("Kelp grows on rocks.")).toBeVisible();
  await page.waitForLoadState("networkidle");
  await expect(page.getByRole("heading", { name: "Status", exact: true })).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText("CRM");
  await page.locator("body").press("Tab");
  await page.getByRole("link", { name: "Skip to content" }).press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("code in an answer stands line by line, and is copied as it is", async ({ soundPage: page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/?ask=how+do+I+plant+kelp");
  const panel = page.getByRole("complementary", { name: "Ask" });
  await expect(panel.getByText("To plant kelp in a bay, run this:")).toBeVisible();
  expect(await panel.locator("pre").innerText()).toBe(CODE);
  await panel.getByRole("button", { name: "Copy this" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(CODE);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });
  test("the code stands on the page of the answer", async ({ page }) => {
    await page.goto("/ask");
    await page.getByRole("textbox").first().fill("how do I plant kelp");
    await page.keyboard.press("Enter");
    expect(await page.locator("pre").innerText()).toBe(CODE);
  });
});
