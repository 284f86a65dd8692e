import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import type { HookLog } from "#server/features/webhooks/webhooks.schema.ts";
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

test("a webhook is added and tried, and its log says what was answered", async ({ soundPage: page }) => {
  const receiver = createServer((_request, response) => void response.writeHead(204).end()).listen(0, "127.0.0.1");
  await once(receiver, "listening");
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  await asStaff(page);
  await page.goto("/desk/?view=api");
  await page.getByLabel("Address").fill(url);
  await page.getByRole("button", { name: "Add a webhook" }).click();
  await expect(page.locator(".once code")).toHaveText(/^whsec_/);
  await page.getByRole("button", { name: "I have it" }).click();
  // where one looks for what has not arrived, a link leads to what this one was told
  await page.getByRole("link", { name: "Deliveries" }).click();
  await page.getByRole("main").getByRole("link", { name: "under API" }).click();
  await page.getByRole("button", { name: `Send a test to ${url}` }).click();
  const log = page.getByRole("region", { name: `Log of ${url}` });
  const said = log.getByText(/private network|^204/).first();
  await expect(async () => {
    await log.getByRole("button", { name: "Look again" }).click();
    await expect(said).toBeVisible({ timeout: 500 });
  }).toPass();
  await log.getByRole("button", { name: "webhook.test" }).click();
  await expect(log.getByLabel("What was sent")).toContainText('"type": "webhook.test"');
  await page.getByRole("button", { name: `Edit ${url}` }).click();
  const hook = page.getByRole("listitem").filter({ hasText: url });
  await hook.getByLabel("Address").fill(`${url}/moved`);
  await hook.getByLabel("A case was solved").uncheck();
  await expectAccessible(page);
  await hook.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(`${url}/moved`)).toBeVisible();
  await expect(page.getByText(/^Told of case\.opened, case\.replied, case\.answered, case\.reopened,/)).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await removeHook(page, `${url}/moved`);
  receiver.close();
});

/** While a webhook hears of questions, readers are not told that they stay on this hub: other tests read that. */
async function removeHook(page: Page, url: string): Promise<void> {
  await page.getByRole("button", { name: `remove ${url} and its log` }).press("Enter");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("listitem").filter({ hasText: url })).toHaveCount(0);
}

test("what becomes of a webhook is said where it is looked at, and a new secret comes into view", async ({
  page: phone,
}) => {
  const url = "http://127.0.0.1:9/tried";
  await phone.setViewportSize({ width: 390, height: 844 });
  await asStaff(phone);
  await phone.goto("/desk/?view=api");
  await phone.getByLabel("Name").fill("Our product");
  await phone.getByRole("button", { name: "Make a key" }).click();
  await expect(phone.getByRole("alert")).toContainText("choose what it may");
  await phone.reload();
  await phone.getByLabel("Address").fill("http://somebody:secret@example.com/");
  await phone.getByRole("button", { name: "Add a webhook" }).click();
  await expect(phone.getByRole("alert")).toContainText("leave user and password out");
  await phone.getByLabel("Address").fill(url);
  await phone.getByRole("button", { name: "Add a webhook" }).click();
  await phone.getByRole("button", { name: "I have it" }).click();
  const hook = phone.getByRole("listitem").filter({ hasText: url });
  await hook.getByRole("button", { name: `make a new secret for ${url}` }).press("Enter");
  await phone.keyboard.press("Enter");
  await expect(phone.getByText(`The secret of ${url}.`)).toBeInViewport();
  await hook.getByRole("button", { name: `Send a test to ${url}` }).click();
  await expect(hook.getByText(/Nothing gets through since .* 1 waiting\./)).toBeVisible();
  await expect(hook.getByText(/private network/)).toBeVisible();
  await phone.route("**/deliveries", async (route) => {
    const response = await route.fetch();
    const log = (await response.json()) as HookLog;
    const items = log.items.map((item) => ({ ...item, last: { at: item.createdAt, status: 301, ms: 5, said: null } }));
    await route.fulfill({ response, json: { ...log, items } });
  });
  await hook.getByRole("button", { name: "Look again" }).click();
  await expect(hook.getByText("301, a redirect, which is not followed: edit the address (5 ms)")).toBeVisible();
  await expectAccessible(phone);
  // a log that is read once more meanwhile belongs to nobody
  await phone.unrouteAll({ behavior: "ignoreErrors" });
  await removeHook(phone, url);
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
