import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import type { Log } from "#server/features/desk/log.schema.ts";
import { FakeSetup } from "./setup-support.ts";
import { newAddress } from "./send-case.ts";
import { asStaff } from "./staff.ts";
import { expect, expectAccessible, test } from "./support.ts";

type Held = { asked: () => number; letGo: () => void };

/** What is sent there waits until it is let go. */
async function hold(page: Page, address: string | RegExp, method: string): Promise<Held> {
  const held = Promise.withResolvers<void>();
  let asked = 0;
  await page.route(address, async (route) => {
    if (route.request().method() !== method) return route.fallback();
    asked++;
    await held.promise;
    await route.fallback();
  });
  return { asked: () => asked, letGo: held.resolve };
}

/** Presses by key: while it works the focus stays, what is pressed again is not done again, and one hears of it. */
async function expectKept(page: Page, button: Locator, { asked, letGo }: Held): Promise<void> {
  await button.focus();
  await page.keyboard.press("Enter");
  await expect.poll(asked).toBe(1);
  await expect(button).toBeDisabled();
  await expect(button).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: "Working on it." })).toBeAttached();
  await page.keyboard.press("Enter");
  await expectAccessible(page);
  letGo();
  await expect.poll(() => page.getByText("Working on it.").count()).toBe(0);
  expect(asked()).toBe(1);
}

test("at the desk the focus stays on what was pressed while it works, and after", async ({ page }) => {
  await asStaff(page);
  await page.goto("/desk/?view=articles&article=integrations/set-up-intercom");
  const work = page.getByRole("region", { name: "What is done about it" });
  const take = work.getByRole("button", { name: "Take it" });
  await take.waitFor();
  await expectKept(page, take, await hold(page, "**/api/desk/articles/**", "PATCH"));
  await expect(work.getByRole("button", { name: "Give it back" })).toBeFocused();

  const keep = page.getByRole("button", { name: "Keep the note" });
  await page.getByLabel("Note, for staff only").fill(`Look again. ${randomUUID()}`);
  await expectKept(page, keep, await hold(page, "**/api/desk/articles/**", "PATCH"));
  // there is nothing to keep now
  await expect(keep).toBeDisabled();
  await expect(keep).toBeFocused();
});

test("a form of the desk is sent once, also by Enter in its field", async ({ page }) => {
  await asStaff(page);
  await page.goto("/desk/?view=people");
  const address = page.getByLabel("E-mail address");
  await address.fill(newAddress());
  const held = await hold(page, "**/api/desk/invites", "POST");
  const button = page.getByRole("button", { name: "Invite" });
  await address.press("Enter");
  await expect.poll(held.asked).toBe(1);
  await expect(button).toBeDisabled();
  await address.press("Enter");
  await expect(address).toBeFocused();
  held.letGo();
  await expect(page.locator(".once code")).toBeVisible();
  expect(held.asked()).toBe(1);
});

test("what cannot be taken back keeps the focus while it is done, and is not asked for meanwhile", async ({ page }) => {
  await asStaff(page);
  await page.goto("/desk/?view=api");
  const url = `https://${randomUUID()}.example.com/hook`;
  await page.request.post("/api/desk/webhooks", {
    data: { url, events: ["vote.cast"] },
    headers: { origin: new URL(page.url()).origin },
  });
  await page.reload();
  const secret = page.getByRole("button", { name: `make a new secret for ${url}` });
  await secret.focus();
  await page.keyboard.press("Enter");
  await expectKept(page, secret, await hold(page, "**/api/desk/webhooks/*/secret", "POST"));
  await page.getByRole("button", { name: `remove ${url}` }).click();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: `remove ${url}` })).toHaveCount(0);
});

test("an older page of the log is read once, and the focus stays behind what it brought", async ({ page }) => {
  await asStaff(page);
  let first: Log | undefined;
  await page.route("**/api/desk/log*", async (route) => {
    first ??= (await (await route.fetch()).json()) as Log; // by its schema
    const older = new URL(route.request().url()).searchParams.has("cursor");
    const items = first.items.map((item) => ({ ...item, id: `${item.id}${older ? " older" : ""}` }));
    return route.fulfill({ json: { ...first, items, next: older ? null : "older" } });
  });
  const held = await hold(page, /\/api\/desk\/log\?.*cursor=/, "GET");
  await page.goto("/desk/?view=log");
  const older = page.getByRole("button", { name: "Older" });
  await older.waitFor();
  const rows = page.locator(".log-view tbody tr");
  const count = await rows.count();
  await expectKept(page, older, held);
  await expect(older).toHaveCount(0);
  await expect(rows).toHaveCount(2 * count);
  await expect(rows.last()).toBeFocused();
});

test("a question to a person is sent once, and whoever sends it by key stays at the button", async ({ page }) => {
  await page.goto("/contact/");
  const send = page.locator("form[data-contact] button[type=submit]");
  await expect(send).toHaveText(/^Send, with/);
  await page.getByLabel("What is not working?").fill("New referrers stopped reaching the CRM.");
  await page.getByLabel("Your e-mail address").fill(newAddress());
  const held = await hold(page, "**/api/escalations", "POST");
  await send.focus();
  await page.keyboard.press("Enter");
  await expect.poll(held.asked).toBe(1);
  await expect(send).toBeDisabled();
  await expect(send).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: "Working on it." })).toBeAttached();
  await page.getByLabel("Your e-mail address").press("Enter");
  await expectAccessible(page);
  held.letGo();
  await page.waitForURL("**/receipts/**");
  expect(held.asked()).toBe(1);
});

test("a setup keeps the focus where something was asked for", async ({ page }) => {
  const hub = new FakeSetup();
  hub.connect();
  await hub.serve(page);
  await page.goto("/setup/hubspot/#check");
  await page.locator(".trace input[name=email]").fill("ada@example.com");
  const trace = page.locator(".trace button");
  await expectKept(page, trace, await hold(page, "**/api/connections/*/trace", "POST"));
  await expect(trace).toBeFocused();
});
