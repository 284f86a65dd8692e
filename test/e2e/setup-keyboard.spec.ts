import type { Locator, Page } from "@playwright/test";
import { pressByKey, tabTo } from "./by-keys.ts";
import { comeFromProduct, isDone, stage, test } from "./setup-live-support.ts";
import { expect, expectAccessible } from "./support.ts";

const press = (page: Page, name: string | RegExp) => pressByKey(page, page.getByRole("button", { name }));

async function chooseSecond(page: Page, list: Locator): Promise<void> {
  await tabTo(page, list);
  await page.keyboard.press("ArrowDown");
}

async function fillHalf(page: Page, id: "referrers" | "leads"): Promise<void> {
  const half = stage(page, id);
  await expect(half.locator(`#${id}-stage`)).toBeVisible();
  if ((await half.locator(`#${id}-pipeline`).count()) > 0) await chooseSecond(page, half.locator(`#${id}-pipeline`));
  await chooseSecond(page, half.locator(`#${id}-stage`));
  const accept = half.getByRole("button", { name: /^accept (?:all|it)/i });
  if ((await accept.count()) > 0) await press(page, /^accept (?:all|it)/i);
  const policy = half.getByRole("group", { name: /knows the person already/ }).getByRole("radio");
  await tabTo(page, policy.first());
  await page.keyboard.press("Space");
  await isDone(page, id);
}

test("Intercom by keys alone: from nothing to a green check, and a contact traced", async ({
  soundPage: page,
  live,
}) => {
  await comeFromProduct(page, live, "intercom", "acme");
  await press(page, "Begin with Intercom");
  await press(page, "Connect Intercom");
  await isDone(page, "connect");
  await press(page, "Go on to referrers");
  await fillHalf(page, "referrers");
  await press(page, "Go on to leads");
  await fillHalf(page, "leads");
  await press(page, "Go on to qualify");
  const qualify = stage(page, "qualify");
  await expect(qualify.locator("#qualify-stage")).toBeVisible();
  if ((await qualify.locator("#qualify-pipeline").count()) > 0)
    await chooseSecond(page, qualify.locator("#qualify-pipeline"));
  await chooseSecond(page, qualify.locator("#qualify-stage"));
  await press(page, "Save and make it live");
  await isDone(page, "qualify");
  await press(page, "Go on to check");
  await press(page, "Check now");
  await isDone(page, "check");
  await expect(page.locator(".fact.is-failed")).toHaveCount(0);
  await tabTo(page, page.getByLabel("Their e-mail address"));
  await page.keyboard.type("new@example.com");
  await page.keyboard.press("Enter");
  await expect(page.locator(".traced")).toContainText("Would be created");
  await expectAccessible(page);
});
