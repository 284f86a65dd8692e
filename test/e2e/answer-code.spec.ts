import { writeFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { pressByKey } from "./by-keys.ts";
import { testHub } from "./own-hub.ts";
import { asStaff, joinDesk } from "./staff.ts";
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

/** Code in tabs, and amid a step's words. */
const TOOL = `---
title: Install the kelp tool
summary: The tool that counts fronds is installed by one line.
kind: guide
updated: 2026-01-01
sources: [Ourselves]
---

To install the kelp tool that counts fronds, run one of these:

<Tabs>
  <Tab label="npm">

\`\`\`sh
npm install fronds
\`\`\`

  </Tab>
  <Tab label="pnpm">

\`\`\`sh
pnpm add fronds
\`\`\`

  </Tab>
</Tabs>

## Count fronds

<Steps>
  <Step title="Run the count of fronds">
    Write this into the console:

    \`\`\`sh
    fronds \\
      --count
    \`\`\`

    Then wait for a number.
  </Step>
</Steps>
`;

const test = testHub(path.resolve(".cache/own-code"), (content) => {
  writeFileSync(path.join(content, "articles/start/plant-kelp.mdx"), ARTICLE);
  writeFileSync(path.join(content, "articles/start/kelp-tool.mdx"), TOOL);
});
const panelOf = (page: Page) => page.getByRole("complementary", { name: "Ask" });

/** How wide code stands at the desk, and the part of the page that it stands in. */
const codeWidths = (page: Page) =>
  page.locator(".case .code").evaluateAll((blocks) =>
    blocks.map((block) => ({
      code: block.clientWidth,
      column: block.closest("section:has(> .answer)")?.parentElement?.clientWidth ?? 0,
    })),
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
  const panel = panelOf(page);
  await expect(panel.getByText("To plant kelp in a bay, run this:")).toBeVisible();
  expect(await panel.locator("pre").innerText()).toBe(CODE);
  await panel.getByRole("button", { name: "Copy this" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(CODE);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test("code is copied by keyboard: the focus stays, and what became of it is said", async ({
  soundPage: page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/?ask=how+do+I+plant+kelp");
  const copy = panelOf(page).getByRole("button", { name: "Copy this" });
  await pressByKey(page, copy);
  await expect(page.getByRole("status").filter({ hasText: "Copied" })).toHaveText("Copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(CODE);
  await expect(copy).toBeFocused();

  // a browser that lets nobody write there
  await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error("no"))));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Not copied." })).toContainText("copy it yourself");
  expect(await page.evaluate(() => String(getSelection()))).toBe(CODE);
  await expect(copy).toBeFocused();
});

test("code of a tab is that of the tab that is asked about; code of a step stands between its words", async ({
  soundPage: page,
}) => {
  await page.goto("/?ask=how+do+I+install+the+kelp+tool+by+pnpm");
  const panel = panelOf(page);
  await expect(panel.getByText("run one of these: pnpm:")).toBeVisible();
  await expect(panel.locator("pre")).toHaveText(["pnpm add fronds"]);
  await page.goto("/?ask=how+do+I+run+the+count+of+fronds");
  await expect(panel.locator(".answer").last().locator(".said")).toHaveText([
    /^1\. Run the count of fronds\. Write this into the console:/,
    /^fronds/,
    /^Then wait for a number\./,
  ]);
});

test("before a message is sent, code that the articles answer it with stands below its words", async ({
  soundPage: page,
}) => {
  await page.goto("/contact/");
  await page.getByLabel("What is not working?").fill("How do I plant kelp in a bay?");
  const offer = page.getByRole("complementary", { name: "Perhaps this is already it" });
  await expect(offer.getByText("To plant kelp in a bay, run this:")).toBeVisible();
  expect(await offer.locator("pre").innerText()).toBe(CODE);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test("at the desk code stands line by line, then and now", async ({ ownHub, soundPage: page }) => {
  await page.request.post("/api/ask", { data: { question: "how do I plant kelp" } });
  await asStaff(page, await joinDesk(ownHub));
  await page.goto("/desk/?view=answers");
  await page.getByRole("link", { name: "how do I plant kelp" }).first().click();
  const said = page.getByRole("region", { name: "What it said" });
  expect(await said.locator("pre").innerText()).toBe(CODE);
  await page.getByRole("button", { name: "In the articles’ words" }).click();
  const now = page.getByRole("region", { name: "Now", exact: true });
  await expect(now.locator("pre")).toBeVisible();
  await expectAccessible(page);
  for (const width of [1600, 390]) {
    await page.setViewportSize({ width, height: 900 });
    // a long line scrolls within its own column
    for (const { code, column } of await codeWidths(page)) expect(code).toBeLessThanOrEqual(column);
    await expectNoSidewaysScroll(page);
  }
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
