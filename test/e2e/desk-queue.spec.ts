import type { APIRequestContext } from "@playwright/test";
import { newWord, sendCase } from "./send-case.ts";
import { ADMIN, asStaff } from "./staff.ts";
import { expect, expectAccessible, makeRoom, test } from "./support.ts";

/** Cases that have one word in common; what they have not is their number, the newest the highest. */
async function sendCases(request: APIRequestContext, count: number): Promise<string> {
  const word = newWord();
  for (let n = 1; n <= count; n++) {
    const sent = { email: `${word}-${n}@example.com`, subject: `Number ${n}.`, message: `Nothing of ${word} arrives.` };
    await sendCase(request, sent);
  }
  return word;
}

test("beyond the first fifty, the case is in sight, keys mean the row that one is at, and nobody loses their place", async ({
  soundPage: page,
  request,
}) => {
  const word = await sendCases(request, 54);
  await makeRoom(page);
  await asStaff(page);
  await page.goto(`/desk/?q=${word}`);
  const rows = page.locator(".case-row");
  await expect(rows).toHaveCount(50);
  await page.getByRole("button", { name: "Show more cases" }).click();
  await expect(rows).toHaveCount(54);

  await rows.filter({ hasText: "Number 3." }).focus();
  await page.keyboard.press("x");
  await expect(page.locator("li:has(:checked)")).toContainText(["Number 3."]);
  await page.keyboard.press("e");
  await expect(page.locator(".outcome")).toContainText("Solved:");
  await expect(rows.first()).toContainText("Number 3.");
  await expect(rows).toHaveCount(54);

  await rows.filter({ hasText: "Number 5." }).click();
  await expect(page.locator("#case-h")).toHaveText("Number 5.");
  await expect(page.locator("#case-h")).toBeInViewport();
  await page.keyboard.press("j");
  await expect(page.locator("#case-h")).toHaveText("Number 4.");
  await expectAccessible(page);
});

test("what is answered leaves the queue, and j goes on to the next one", async ({ soundPage: page, request }) => {
  const word = await sendCases(request, 4);
  await asStaff(page);
  await page.goto(`/desk/?state=new&q=${word}`);
  const rows = page.locator(".case-row");
  const title = page.locator("#case-h");
  await expect(rows).toHaveCount(4);
  for (const next of [4, 3]) {
    await page.keyboard.press("j");
    await expect(title).toHaveText(`Number ${next}.`);
  }
  await page.keyboard.press("a");
  await expect(page.locator(".outcome")).toContainText("Given to");
  await page.keyboard.press("r");
  await page.keyboard.type("It arrives now.");
  await page.keyboard.press("Control+Enter");
  await expect(page.locator(".outcome")).toHaveText(/^Answered: \S+\.Close$/);
  await expect(rows).toHaveCount(3);
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await expect(title).toHaveText("Number 2.");
  await page.keyboard.press("k");
  await expect(title).toHaveText("Number 4.");
});

test("on a phone, back from a case leads to where one was in the list", async ({ soundPage: page, request }) => {
  const word = await sendCases(request, 30);
  await page.setViewportSize({ width: 390, height: 700 });
  await asStaff(page);
  await page.goto(`/desk/?q=${word}`);
  const row = page.locator(".case-row").filter({ hasText: "Number 2." });
  await row.click();
  await expect(page.locator("#case-h")).toBeInViewport();
  await page.getByRole("link", { name: "All cases" }).click();
  await expect(row).toBeFocused();
  await expect(row).toBeInViewport();
});

test("what did not arrive is said above the case; what is typed while a reply is on its way begins the next one", async ({
  soundPage: page,
  request,
}) => {
  const word = await sendCases(request, 1);
  await asStaff(page);
  await page.route("**/api/desk/cases/*", async (route) => {
    const response = await route.fetch();
    const given = { id: "out_1", kind: "email", to: "gone@example.com", state: "dead", attempts: 1, nextAt: null };
    await route.fulfill({
      response,
      json: { ...(await response.json()), deliveries: [{ ...given, lastError: "550 No such user" }] },
    });
  });
  await page.goto(`/desk/?q=${word}`);
  await page.locator(".case-row").click();
  await page.getByRole("link", { name: "What was sent" }).click();
  await expect(page.getByRole("region", { name: "Sent by this hub" })).toContainText("to gone@example.com: given up");
  await expectAccessible(page);

  const sent = Promise.withResolvers<void>();
  await page.route("**/api/desk/cases/*/replies", async (route) => {
    await sent.promise;
    await route.continue();
  });
  const reply = page.getByLabel("Reply to");
  await reply.fill("It arrives now.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("button", { name: "Send and wait" })).toBeDisabled();
  await page.keyboard.type(" And one more thing");
  sent.resolve();
  await expect(page.locator(".thread")).toContainText("It arrives now.");
  await expect(reply).toHaveValue("And one more thing");
});

test("a session that ends while one writes takes nothing of it, and once signed in again there is only to send it", async ({
  page,
  request,
}) => {
  const word = await sendCases(request, 1);
  await asStaff(page);
  await page.goto(`/desk/?q=${word}`);
  await page.locator(".case-row").click();
  const reply = page.getByLabel("Reply to");
  await reply.fill("It arrives now.");
  await page.context().clearCookies();
  await page.keyboard.press("Control+Enter");
  // of its own, since an address signs in only so often
  await page.setExtraHTTPHeaders({ "x-forwarded-for": "203.0.113.250" });
  await page.getByLabel("E-mail").fill(ADMIN.email);
  await page.getByLabel("Password").fill(ADMIN.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(reply).toHaveValue("It arrives now.");
  await expect(page.getByText("Sign in at the desk first.")).toHaveCount(0);
  await reply.focus();
  await page.keyboard.press("Control+Enter");
  await expect(page.locator(".thread")).toContainText("It arrives now.");
});
