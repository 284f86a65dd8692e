import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import { newAddress, sendCase, type Sent } from "./send-case.ts";
import { asStaff, PASSWORD } from "./staff.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./support.ts";

/** A case as a reader's form makes it. */
function askForPerson(request: APIRequestContext, message: string): Promise<Sent> {
  const at = new Date().toISOString();
  const step = "integrations/connect-your-crm#sign-in-to-your-crm";
  const trail = [{ at, kind: "step", ref: step, title: "Step 2 did not work: Sign in to your CRM" }];
  return sendCase(request, { message, articleId: "integrations/connect-your-crm", trail });
}

test("a case is answered at the desk, read on the receipt, answered there, and comes back open", async ({
  soundPage: page,
  request,
  browser,
}) => {
  const words = `The sign-in window never opens (${randomUUID()})`;
  const receipt = await askForPerson(request, `${words}.`);
  await asStaff(page);

  await page.getByRole("link", { name: receipt.reference }).click();
  await expect(page.getByRole("heading", { name: words, exact: true })).toBeVisible();
  await expect(page.getByText("Step 2 did not work")).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByLabel("Reply to").fill("Allow windows from this site, then press Connect.");
  await page.getByRole("button", { name: "Send and wait" }).click();
  await expect(page.getByText("Allow windows from this site")).toBeVisible();
  await expect(page.locator(".case-h")).toContainText("waiting");

  const customer = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await customer.goto(receipt.receiptUrl);
  await expect(customer.getByText("Allow windows from this site")).toBeVisible();
  await customer.getByRole("textbox").first().fill("It opens now, but the list is empty.");
  await customer.locator("form:has(textarea) button[type=submit]").click();
  await expect(customer.getByText("It opens now, but the list is empty.")).toBeVisible();
  await customer.context().close();

  await page.reload();
  await expect(page.getByText("It opens now, but the list is empty.")).toBeVisible();
  await expect(page.locator(".case-h")).toContainText("open");
});

test("a case is found, noted, and solved by keyboard alone; what is typed survives a reload", async ({
  soundPage: page,
  request,
}) => {
  const { reference } = await askForPerson(request, `Bookings fail since Monday (${randomUUID()}).`);
  await asStaff(page);
  await page.keyboard.press("/");
  await page.keyboard.type(reference);
  await page.keyboard.press("Enter");
  await expect(page.locator(".case-row")).toHaveCount(1);
  await page.locator(".case-row").focus();
  await page.keyboard.press("j");
  await expect(page.locator(".case-h")).toContainText(reference);
  await page.keyboard.press("n");
  await expect(page.getByLabel("Note, for staff only")).toBeFocused();
  await page.keyboard.type("Looks like the booking provider value.");
  await page.reload();
  await expect(page.locator("#write")).toHaveValue("Looks like the booking provider value.");
  await page.getByRole("button", { name: /^Note\b/ }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("noted, for staff only")).toBeVisible();
  await page.getByRole("button", { name: /^Note\b/ }).focus();
  await page.keyboard.press("e");
  await expect(page.locator(".case-h")).toContainText("solved");
});

test("articles, gaps and people are accessible, and say what is there", async ({ soundPage: page, request }) => {
  // before the vote: that sets a cookie, and with one an Origin is needed
  const search = await request.post("/api/searches", { data: { q: "zebra parade", results: 0 } });
  expect(search.ok()).toBe(true);
  await request.post("/api/votes", {
    data: { articleId: "syncing/converted-lead-error", answered: false, reason: "missing", comment: "Which field?" },
  });
  await asStaff(page);
  const desk = page.getByRole("navigation", { name: "Desk" });
  await desk.getByRole("link", { name: "Articles" }).click();
  await expect(page.getByRole("link", { name: /cannot reference converted lead/ })).toBeVisible();
  await expectAccessible(page);
  await desk.getByRole("link", { name: "Gaps" }).click();
  await expect(page.getByRole("link", { name: /zebra parade/ })).toBeVisible();
  await expectAccessible(page);
  await desk.getByRole("link", { name: "People" }).click();
  await expect(page.getByRole("heading", { name: "Invite somebody" })).toBeVisible();
  await expectAccessible(page);
});

test("a colleague who is barred is out at once", async ({ page, request, browser }) => {
  const email = newAddress();
  await asStaff(page);
  await page.goto("/desk/?view=people");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Invite" }).click();
  const token = new URL((await page.locator(".once code").textContent()) ?? "").searchParams.get("token") ?? "";
  const name = `Agent ${email.slice(0, 8)}`;
  await request.post("/desk/invited/", { form: { token, name, password: PASSWORD } });

  const theirs = await (await browser.newContext()).newPage();
  await theirs.goto("/desk/");
  await theirs.getByLabel("E-mail address").fill(email);
  await theirs.getByLabel("Password").fill("not the password");
  await theirs.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(theirs.getByRole("alert")).toContainText("do not belong together");
  await theirs.getByLabel("Password").fill(PASSWORD);
  await theirs.getByRole("button", { name: "Sign in", exact: true }).click();
  await theirs.getByRole("link", { name: "People" }).click();
  await expect(theirs.getByRole("heading", { name: "Password" })).toBeVisible();
  await expect(theirs.getByRole("heading", { name: "Invite somebody" })).toHaveCount(0);

  await page.reload();
  const row = page.getByRole("row", { name });
  await expect(row).toContainText("agent");
  await row.getByRole("button", { name: "Bar", exact: false }).first().click();
  await expect(row).toContainText("Let in again");
  await theirs.reload();
  await expect(theirs.getByRole("heading", { name: "Sign in to the desk" })).toBeVisible();
  await theirs.context().close();
});
