/** Webhooks, at a hub of their own: while one hears of questions, readers are not told that these stay on the hub. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { HookLog } from "#server/features/webhooks/webhooks.schema.ts";
import { serveHub } from "#test/support/served-hub.ts";
import { asStaff, joinDesk } from "./staff.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, test as base } from "./support.ts";

const test = base.extend<{ session: string }, { own: { url: string; session: string } }>({
  own: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const hub = await serveHub({ SPAM_PROOF: "off" });
      await use({ url: hub.url, session: await joinDesk(hub) });
      await hub.stop();
    },
    { scope: "worker" },
  ],
  session: async ({ own }, use) => use(own.session),
  baseURL: async ({ own }, use) => use(own.url),
});

test("a webhook is added and tried, and its log says what was answered", async ({ soundPage: page, session }) => {
  const receiver = createServer((_request, response) => void response.writeHead(204).end()).listen(0, "127.0.0.1");
  await once(receiver, "listening");
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  await asStaff(page, session);
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
  await page.getByRole("button", { name: `remove ${url}/moved and its log` }).press("Enter");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("listitem").filter({ hasText: url })).toHaveCount(0);
  receiver.close();
});

test("what becomes of a webhook is said where it is looked at, and a new secret comes into view", async ({
  page: phone,
  session,
}) => {
  const url = "http://127.0.0.1:9/tried";
  await phone.setViewportSize({ width: 390, height: 844 });
  await asStaff(phone, session);
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
});
