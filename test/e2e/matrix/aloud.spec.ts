import type { Locator } from "@playwright/test";
import { expect, test } from "../support.ts";
import { PAGES, STATES } from "./views.ts";

const viewOf = (name: string) => {
  const view = [...PAGES, ...STATES].find((each) => each.name === name);
  if (!view) throw new Error(`There is no view "${name}"`);
  return view;
};

/**
 * What a screen reader is told of a part of a page, word for word, as it stands in aloud/. A change there is a change of
 * what is heard: `npx playwright test matrix/aloud -u` writes it anew, to be read before it is committed.
 */
async function expectHeard(part: Locator, name: string): Promise<void> {
  // the accessibility tree is a little behind the page
  await expect.poll(() => transcribe(part)).toMatchSnapshot(["aloud", `${name}.txt`]);
}

/** Without addresses, which nobody hears, and with what differs from day to day and machine to machine made the same. */
async function transcribe(part: Locator): Promise<string> {
  const said = await part.ariaSnapshot();
  return said
    .replaceAll(/^\s*- \/url: .*\n?/gm, "")
    .replaceAll(/\b\d\d:\d\d\b/g, "HH:MM")
    .replaceAll(/Chrome \d+ on \w+/g, "Chrome on a computer")
    .trimEnd();
}

test("an article, from its way back to what follows it", async ({ page }) => {
  await viewOf("article").open(page);
  await expectHeard(page.getByRole("main"), "article");
});

test("a step that worked, one that did not, and what then stands in it", async ({ page }) => {
  await viewOf("a step that failed").open(page);
  await expectHeard(page.locator(".steps > li").nth(0), "step-worked");
  await expectHeard(page.locator(".steps > li").nth(1), "step-failed");
});

test("search: the field, what is found, what is chosen", async ({ page }) => {
  await viewOf("search with results").open(page);
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("#find-1")).toHaveAttribute("aria-selected", "true");
  const dialog = page.getByRole("dialog", { name: "Search" });
  await expectHeard(dialog.getByRole("search"), "search-field");
  await expectHeard(dialog.locator(".hit").first(), "search-hit");
  await expectHeard(dialog.getByRole("status"), "search-status");
});

test("the panel with an answer and its sources", async ({ page }) => {
  await viewOf("the panel with an answer").open(page);
  await expect(page.getByRole("status").filter({ hasText: "Answer ready" })).toBeAttached();
  await expectHeard(page.getByRole("complementary", { name: "Ask" }), "panel");
});

test("the form that asks for a person, empty and with mistakes", async ({ page }) => {
  await viewOf("contact").open(page);
  await expect(page.locator("form[data-contact] button[type=submit]")).toHaveText(/with/);
  await expectHeard(page.getByRole("main"), "form");
  await viewOf("a form with mistakes").open(page);
  await expectHeard(page.locator("form[data-contact]"), "form-with-mistakes");
});

test("the frame around every page", async ({ page }) => {
  await viewOf("topic").open(page);
  await expectHeard(page.getByRole("banner"), "head");
  await expectHeard(page.getByRole("contentinfo"), "foot");
});
