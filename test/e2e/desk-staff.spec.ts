import type { Page } from "@playwright/test";
import { codeOf } from "#test/fakes/authenticator-app.ts";
import { newAddress } from "./send-case.ts";
import { asStaff, PASSWORD } from "./staff.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./support.ts";

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/desk/");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

test("an admin invites a writer, who joins, turns codes on, and signs in with one; the log says so", async ({
  soundPage: page,
  browser,
}) => {
  const email = newAddress();
  const name = `Grace ${email.slice(0, 8)}`;
  await asStaff(page);
  await page.goto("/desk/?view=people");
  await page.getByLabel("E-mail address").fill(email);
  await page.locator(".invite-form").getByLabel("Role").selectOption("writer");
  await page.getByRole("button", { name: "Invite" }).click();
  const link = (await page.locator(".once code").textContent()) ?? "";
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  const theirs = await (await browser.newContext()).newPage();
  await theirs.goto(link);
  await expect(theirs.getByText(`You are invited as ${email}`)).toBeVisible();
  await expectAccessible(theirs);
  await theirs.getByLabel("Your name").fill(name);
  await theirs.getByLabel("Password").fill(PASSWORD);
  await theirs.getByRole("button", { name: "Join" }).click();
  // a writer's desk: articles and gaps, no cases
  await expect(theirs.getByRole("navigation", { name: "Desk" }).getByRole("link")).toHaveText([
    "Articles",
    "Gaps",
    "People",
  ]);
  await theirs.getByRole("link", { name: "People" }).click();
  await theirs.getByRole("button", { name: "Turn on codes" }).click();
  await theirs.getByLabel("Your password").fill(PASSWORD);
  await theirs.getByRole("button", { name: "Begin" }).click();
  await expect(theirs.getByRole("img", { name: "QR code" })).toBeVisible();
  await expect(theirs.getByText("1. Scan this")).toBeFocused();
  const key = ((await theirs.locator(".codes-setup .key").textContent()) ?? "").replaceAll(" ", "");
  await expectAccessible(theirs);
  await theirs.getByLabel("Code", { exact: true }).fill(codeOf(key));
  await theirs.getByRole("button", { name: "Turn codes on" }).click();
  await expect(theirs.locator(".once li")).toHaveCount(10);
  const [backup = ""] = await theirs.locator(".once li").allTextContents();
  await theirs.getByRole("button", { name: "I have kept them" }).click();
  await expect(theirs.getByText("On. Your password needs a code behind it.")).toBeVisible();
  const left = theirs.waitForEvent("load"); // the page is loaded anew
  await theirs.getByRole("button", { name: "Sign out" }).click();
  await left;

  await signIn(theirs, email);
  await theirs.getByLabel("Code", { exact: true }).fill("000000");
  await theirs.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(theirs.getByRole("alert")).toContainText("wrong or too old");
  await expectAccessible(theirs);
  await theirs.getByRole("button", { name: "Use a backup code" }).click();
  await theirs.getByLabel("Backup code").fill(backup);
  await theirs.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(theirs.getByRole("link", { name: "Gaps" })).toBeVisible();
  await theirs.context().close();

  await page.reload();
  await expect(page.getByRole("row", { name })).toContainText("codes");
  await page.getByRole("link", { name: "Log" }).click();
  await page.getByRole("navigation", { name: "Person" }).getByRole("link", { name }).click();
  await expect(page.getByRole("row")).toContainText([
    /What/,
    /Signed in/,
    /Failed to sign in/,
    /Codes turned on/,
    /Joined/,
  ]);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test("a passkey is added, signs in without a password, and is removed by its owner", async ({ page, request }) => {
  const email = newAddress();
  await asStaff(page);
  await page.goto("/desk/?view=people");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Invite" }).click();
  const token = new URL((await page.locator(".once code").textContent()) ?? "").searchParams.get("token") ?? "";
  const joined = await request.post("/desk/invited/", { form: { token, name: "Ada", password: PASSWORD } });
  expect(joined.ok()).toBe(true);
  await page.context().clearCookies();

  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await signIn(page, email);
  await page.getByRole("link", { name: "People" }).click();
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.getByLabel("What to call it").fill("My laptop");
  await page.getByLabel("Your password").fill(PASSWORD);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByText("My laptop")).toBeVisible();
  await expect(page.getByRole("button", { name: "Add a passkey" })).toBeFocused();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Rename My laptop" }).click();
  const field = page.getByLabel("What to call it");
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("My laptop");
  await expectAccessible(page);
  await field.fill("<i>Key</i> ring");
  await field.press("Enter");
  await expect(page.getByRole("button", { name: "Rename <i>Key</i> ring" })).toBeFocused();
  await expect(page.getByText("<i>Key</i> ring", { exact: true })).toBeVisible();
  await page.evaluate(() => sessionStorage.setItem("handrail.desk.esc_1.reply", '{"text":"half a reply"}'));
  const left = page.waitForEvent("load"); // what the page has read is gone with it
  await page.getByRole("button", { name: "Sign out" }).click();
  await left;
  const drafts = await page.evaluate(() =>
    Object.keys(sessionStorage).filter((key) => key.startsWith("handrail.desk")),
  );
  expect(drafts).toEqual([]);

  await page.getByRole("button", { name: "Use a passkey" }).click();
  await page.getByRole("link", { name: "People" }).click();
  await expect(page.getByText(/by passkey.*where you are now/)).toBeVisible();

  // as a hub that asks everybody for a second factor says of a session that began with the password alone
  const says = { "**/api/auth/session": { lacksFactor: true }, "**/api/desk/me": { owesFactor: true } };
  for (const [address, more] of Object.entries(says))
    await page.route(address, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...((await response.json()) as object), ...more } });
    });
  await page.reload();
  await expect(page.getByText("You have a passkey: sign out, and sign in with it.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Password", exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: /Turn on codes|Add a passkey|Rename|Remove <i>Key/ })).toHaveCount(0);
  await page.unrouteAll();
  await page.reload();

  await page.getByRole("button", { name: "Remove <i>Key</i> ring" }).click();
  await page.getByRole("button", { name: "Yes, Remove <i>Key</i> ring" }).click();
  await expect(page.getByText("None. One lets you sign in")).toBeVisible();
});

test("an admin makes a link to a new password, and removes a colleague; a link that is used opens nothing", async ({
  soundPage: page,
  browser,
  request,
}) => {
  const email = newAddress();
  const name = `Hedy ${email.slice(0, 8)}`;
  await asStaff(page);
  await page.goto("/desk/?view=people");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Invite" }).click();
  const token = new URL((await page.locator(".once code").textContent()) ?? "").searchParams.get("token") ?? "";
  await request.post("/desk/invited/", { form: { token, name, password: PASSWORD } });
  await page.reload();
  const row = page.getByRole("row", { name });
  await row.getByRole("button", { name: "Make a link to a new password" }).click();
  await page.keyboard.press("Enter");
  const link = (await row.locator(".once code").textContent()) ?? "";
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  const theirs = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await theirs.goto(link);
  await expect(theirs.getByText(`For ${email}.`)).toBeVisible();
  await theirs.getByLabel("Password").fill("another long password");
  await theirs.keyboard.press("Enter");
  await expect(theirs).toHaveURL(/\/desk\/\?came=reset/);
  await theirs.goto(link);
  await expect(theirs.getByRole("heading", { name: "This link is closed" })).toBeVisible();
  await theirs.getByRole("link", { name: "Ask for a new link" }).click();
  await expect(theirs.getByRole("heading", { name: "Forgotten your password?" })).toBeVisible();
  await theirs.context().close();

  const again = await (await browser.newContext()).newPage();
  await again.goto("/desk/?came=reset");
  await expect(again.getByText("Your new password is set.")).toBeVisible();
  await expect(again.getByRole("link", { name: "Forgotten your password?" })).toBeVisible();
  await expectAccessible(again);
  await again.getByLabel("E-mail address").fill(email);
  await again.getByLabel("Password").fill("another long password");
  await again.keyboard.press("Enter");
  await expect(again.getByRole("link", { name: "Gaps" })).toBeVisible();

  await row.getByRole("button", { name: `Remove ${name}` }).click();
  await page.keyboard.press("Enter");
  await expect(row).toHaveCount(0);
  await again.reload();
  await expect(again.getByRole("heading", { name: "Sign in to the desk" })).toBeVisible();
  await again.context().close();
});

test("what became of an invitation is said, and who is signed out while they work is told so", async ({ page }) => {
  const email = newAddress();
  await asStaff(page);
  await page.goto("/desk/?view=people");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Invite" }).click();
  await expect(page.locator(".once p").first()).toBeFocused();
  const says = page.locator(".invites > [role=status]");
  await expect(says).toContainText(`${email} is invited.`);
  await page.getByRole("button", { name: `Send again to ${email}` }).click();
  await expect(says).toContainText(`Sent again to ${email}`);
  await page.getByRole("button", { name: `Revoke the invitation to ${email}` }).click();
  await expect(says).toContainText("its link opens nothing any more");
  await expect(page.getByText(`The link for ${email}.`)).toHaveCount(0);

  await page.context().clearCookies();
  await page.getByRole("link", { name: "Gaps" }).click();
  await expect(page.getByRole("alert")).toContainText("Your session has ended");
  await expectAccessible(page);
});
