/** Where the keyboard is once what was pressed has gone away. */
import type { Page } from "@playwright/test";
import type { DeliveryList } from "#server/features/desk/deliveries.schema.ts";
import type { WebhookView } from "#server/features/webhooks/webhooks.schema.ts";
import { newAddress, sendCase } from "./send-case.ts";
import { asStaff } from "./staff.ts";
import { expect, expectAccessible, test } from "./support.ts";

const newHook = (name: string): WebhookView => ({
  id: name,
  url: `https://${name}.example.com/hook`,
  events: ["vote.cast"],
  on: true,
  offReason: null,
  failingSince: null,
  madeBy: "Support",
  createdAt: "2026-01-05T09:00:00.000Z",
  waiting: 0,
  dead: 0,
});

/** Stands in for the hub's webhooks: other tests add to them. */
async function fakeHooks(page: Page, names: string[]): Promise<void> {
  let webhooks = names.map(newHook);
  await page.route("**/api/desk/webhooks", (route) => route.fulfill({ json: { webhooks } }));
  await page.route("**/api/desk/webhooks/*", (route) => {
    webhooks = webhooks.filter(({ id }) => !route.request().url().endsWith(`/${id}`));
    return route.fulfill({ status: 204 });
  });
}

test("where a row is removed the focus goes to the next, to the one before, and to the heading", async ({ page }) => {
  await asStaff(page);
  await fakeHooks(page, ["one", "two", "three"]);
  await page.goto("/desk/?view=api");
  const row = (name: string) => page.getByRole("listitem").filter({ hasText: `https://${name}.` });
  const remove = async (name: string) => {
    await row(name)
      .getByRole("button", { name: /^remove/ })
      .press("Enter");
    await page.keyboard.press("Enter");
    await expect(row(name)).toHaveCount(0);
  };
  await remove("one");
  await expect(row("two")).toBeFocused();
  await expectAccessible(page);
  // from there the keyboard goes on in that row
  await page.keyboard.press("Tab");
  await expect(row("two").getByRole("button", { name: /^Log/ })).toBeFocused();
  await remove("three");
  await expect(row("two")).toBeFocused();
  await remove("two");
  const heading = page.getByRole("heading", { name: "Webhooks", exact: true });
  await expect(heading).toBeFocused();
  await expect(heading).toBeInViewport();
});

test("where several rows go at once the focus goes to the next that is still there", async ({ page }) => {
  await asStaff(page);
  await fakeHooks(page, ["one", "two", "three", "four"]);
  await page.goto("/desk/?view=api");
  const row = (name: string) => page.getByRole("listitem").filter({ hasText: `https://${name}.` });
  await expect(row("four")).toBeVisible();
  await page.route("**/api/desk/webhooks", (route) =>
    route.fulfill({ json: { webhooks: ["one", "four"].map(newHook) } }),
  );
  await page.route("**/api/desk/webhooks/two", (route) => route.fulfill({ status: 204 }));
  await row("two")
    .getByRole("button", { name: /^remove/ })
    .press("Enter");
  await page.keyboard.press("Enter");
  await expect(row("three")).toHaveCount(0);
  await expect(row("four")).toBeFocused();
});

test("a key that is shown once leaves the focus where it was made, and one that is revoked with the keys", async ({
  page,
}) => {
  await asStaff(page);
  await page.goto("/desk/?view=api");
  await page.getByLabel("Name").fill("A place of its own");
  await page.getByLabel("List and read cases").check();
  await page.getByRole("button", { name: "Make a key" }).press("Enter");
  const key = (await page.locator(".once code").textContent()) ?? "";
  const row = page.getByRole("row").filter({ hasText: key.slice(0, 7) });
  await row.waitFor();
  await page.getByRole("button", { name: "I have it" }).press("Enter");
  await expect(page.locator(".once")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Make a key" })).toBeFocused();
  await row.getByRole("button", { name: "revoke the key" }).press("Enter");
  await page.keyboard.press("Enter");
  await expect(row).toContainText("revoked");
  await expect(row).toBeFocused();
});

test("the focus stays in the row of a channel whose mails are all sent again", async ({ page }) => {
  await asStaff(page);
  let dead = 2;
  await page.route(/\/api\/desk\/deliveries(?:\?|$)/, async (route) => {
    const list = (await (await route.fetch()).json()) as DeliveryList; // by its schema
    const channels = list.channels.map((channel) =>
      channel.kind === "email" ? { ...channel, set: true, state: "on" as const, dead } : channel,
    );
    return route.fulfill({ json: { ...list, channels } });
  });
  await page.route("**/api/desk/deliveries/retry", (route) => {
    dead = 0;
    return route.fulfill({ json: { again: 2 } });
  });
  await page.goto("/desk/?view=deliveries");
  const again = page.getByRole("button", { name: /^Send all again by/ });
  const row = page.getByRole("row").filter({ has: again });
  await expect(row).toContainText("Told, but not all has arrived");
  await expect(row).toHaveCount(1);
  const title = (await row.getByRole("rowheader").textContent()) ?? "";
  await again.press("Enter");
  await expect(again).toHaveCount(0);
  await expect(page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: title }) })).toBeFocused();
});

test("whoever has left what goes away keeps the place where they are", async ({ page }) => {
  await asStaff(page);
  await fakeHooks(page, ["one", "two"]);
  await page.goto("/desk/?view=api");
  const gone = page.getByRole("button", { name: /^remove https:\/\/one/ });
  const held = Promise.withResolvers<void>();
  await page.route("**/api/desk/webhooks/one", async (route) => {
    await held.promise;
    await route.fallback();
  });
  await gone.press("Enter");
  await page.keyboard.press("Enter");
  await gone.evaluate((button: HTMLElement) => button.blur());
  await expect(page.locator("body")).toBeFocused();
  held.resolve();
  await expect(page.getByText("https://one.")).toHaveCount(0);
  await expect(page.locator("body")).toBeFocused();
});

test("closing what the last change did leaves the focus in the page", async ({ page, request }) => {
  const email = newAddress();
  await sendCase(request, { email, message: "Nothing arrives in the CRM." });
  await asStaff(page);
  await page.goto(`/desk/?q=${email}`);
  await page.locator(".case-row").click();
  await page.getByText("Attach files").waitFor();
  await page.keyboard.press("e");
  const outcome = page.locator(".outcome");
  await expect(outcome).toContainText("Solved");
  await outcome.getByRole("button", { name: "Close" }).press("Enter");
  await expect(outcome.getByRole("button")).toHaveCount(0);
  await expect(page.locator("main")).toBeFocused();
});
