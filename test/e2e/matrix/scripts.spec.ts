import { expect, test } from "./pseudo-hub.ts";

test.describe.configure({ mode: "default" });

/** What somebody types, and which article it must find: sentences and words of scripts that have no spaces. */
const SEARCHES = [
  ["ja", "同期されない", "連絡先が同期されない"],
  ["ja", "連絡先 重複", "連絡先が同期されない"],
  ["ja", "メールアドレス", "連絡先が同期されない"],
  ["zh", "联系人没有同步", "联系人没有同步"],
  ["zh", "重复 记录", "联系人没有同步"],
  ["zh", "电子邮件", "联系人没有同步"],
] as const;

for (const [language, words, title] of SEARCHES)
  test(`the browser’s own index finds “${words}” (${language}), without the server`, async ({ page }) => {
    await page.route("**/api/search?*", (route) => route.abort());
    await page.goto(`/${language}/learn/`);
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await page.keyboard.press("Control+k");
    await page.locator("#find-q, [role=combobox]").first().fill(words);
    const hit = page.locator("#find-hits .hit").first();
    await expect(hit.locator(".hit-t")).toHaveText(title);
    await hit.locator("[role=option]").first().click();
    await expect(page).toHaveURL(new RegExp(`/${language}/articles/syncing/contacts-not-syncing/`));
    await expect(page.locator("article")).toHaveAttribute("lang", language);
  });

test("what neither has is not found in them", async ({ page }) => {
  await page.route("**/api/search?*", (route) => route.abort());
  await page.goto("/ja/learn/");
  await page.keyboard.press("Control+k");
  await page.locator("#find-q, [role=combobox]").first().fill("暗号資産");
  await expect(page.locator("#find-hits .hit")).toHaveCount(0);
});
