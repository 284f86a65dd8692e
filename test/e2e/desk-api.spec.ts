import { asStaff } from "./staff.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./support.ts";

test("an admin makes a key, which opens what was chosen until it is revoked", async ({ soundPage: page, request }) => {
  await asStaff(page);
  await page.goto("/desk/?view=api");
  await page.getByLabel("Name").fill("Our product");
  await page.getByLabel("List and read cases").check();
  await page.getByRole("button", { name: "Make a key" }).click();
  const key = (await page.locator(".once code").textContent()) ?? "";
  const call = (path: string) => request.get(`/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } });
  expect((await call("/cases")).status()).toBe(200);
  expect((await call("/reports")).status()).toBe(403);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "I have it" }).click();
  await expect(page.getByText(key)).toHaveCount(0);
  const row = page.getByRole("row").filter({ hasText: key.slice(0, 7) });
  await row.getByRole("button", { name: "revoke the key Our product" }).click();
  await row.getByRole("button", { name: "Yes, revoke" }).click();
  await expect(row).toContainText("revoked");
  expect((await call("/cases")).status()).toBe(401);
});

test.describe("the reference", () => {
  test.use({ javaScriptEnabled: false });

  test("is read without a script, from its contents to a field", async ({ page }) => {
    await page.goto("/api/docs/");
    await page.getByRole("link", { name: "GET /v1/cases", exact: true }).click();
    await expect(page).toHaveURL(/#get-v1-cases$/);
    await expect(page.getByRole("heading", { name: "POST /v1/cases/{id}/replies" })).toBeAttached();
    await expect(page.getByRole("heading", { name: "case.opened" })).toBeAttached();
    await expectNoSidewaysScroll(page);
  });

  test("is accessible, and says what is in an answer", async ({ page }) => {
    await page.goto("/api/docs/#get-v1-search");
    await page.locator("#get-v1-search ~ details summary").nth(1).click();
    await expect(page.getByText("hits[].title").first()).toBeVisible();
    expect((await page.content()).length).toBeLessThan(400_000);
  });
});
