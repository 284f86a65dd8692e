import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { newAddress, openCase, sendCase } from "./send-case.ts";
import { ADMIN, asStaff, openAsColleague } from "./staff.ts";
import { expect, expectAccessible, test } from "./support.ts";

test("owner and merge are kept with Enter, a reply is sent and its case solved with one key", async ({
  soundPage: page,
  request,
}) => {
  const email = newAddress();
  const first = await sendCase(request, { email });
  const second = await sendCase(request, { email });
  await asStaff(page);
  await openCase(page, second);
  // several windows of the desk are told apart
  await expect(page).toHaveTitle(`${second.reference} Nothing arrives - Desk`);
  const outcome = page.locator(".outcome");
  await page.keyboard.press("o");
  await page
    .getByRole("dialog")
    .getByRole("combobox")
    .selectOption({ label: `Me, ${ADMIN.name}` });
  await page.keyboard.press("Enter");
  await expect(outcome).toContainText(`Given to ${ADMIN.name}: ${second.reference}.`);

  await expect(page.getByRole("region", { name: "Other cases of this address" })).toContainText(first.reference);
  await page.keyboard.press("m");
  const dialog = page.getByRole("dialog", { name: `Merge: ${second.reference}` });
  await expect(dialog.getByRole("radio").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(outcome).toContainText(`Merged into ${first.reference}: ${second.reference}.`);

  await openCase(page, first);
  await page.keyboard.press("r");
  await page.keyboard.type("It arrives now.");
  await page.keyboard.press("Control+Shift+Enter");
  await expect(outcome).toContainText(`Answered and solved: ${first.reference}.`);
});

test("two keys lead to another part of the desk, and a search begins with what is typed", async ({
  soundPage: page,
  request,
}) => {
  const word = `w${randomUUID().slice(0, 8)}`;
  const sent = await sendCase(request, { message: `Nothing arrives ${word}` });
  await asStaff(page);
  await page.goto(`/desk/?q=${word}`);
  await expect(page.locator(`[data-row="${sent.id}"]`)).toBeVisible();
  await page.keyboard.press("j");
  await expect(page.locator(".case-h")).toContainText(sent.reference);
  // no place has this letter, and the case must not be solved by it
  await page.keyboard.press("g");
  await page.keyboard.press("e");
  await page.keyboard.press("z");
  await expect(page.locator(".outcome")).toContainText("There is nothing to take back.");
  await page.keyboard.press("/");
  await page.keyboard.type("is:solved");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/desk\/\?state=solved$/);
  await page.keyboard.press("g");
  await page.keyboard.press("n");
  await expect(page).toHaveURL(/\/desk\/\?state=unsolved&owner=nobody$/);
  await page.keyboard.press("g");
  await page.keyboard.press("g");
  await expect(page.getByRole("heading", { name: "Gaps", level: 2 })).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toContainText("My cases");
  await expectAccessible(page, "dialog[open]");
  // letters twice as large in a narrow window: words stay whole
  await page.setViewportSize({ width: 320, height: 640 });
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  const narrowest = () =>
    page.locator(".legend-keys dd").evaluateAll((all) => Math.min(...all.map((each) => each.clientWidth)));
  await expect.poll(narrowest).toBeGreaterThan(120);
});

test("a change is taken back by its key once its line is gone, and a key that has nothing to take back says so", async ({
  soundPage: page,
  request,
}) => {
  await page.clock.install();
  const sent = await sendCase(request, {});
  await asStaff(page);
  await openCase(page, sent);
  const outcome = page.locator(".outcome");
  await page.keyboard.press("z");
  await expect(outcome).toContainText("There is nothing to take back.");
  await page.keyboard.press("e");
  await expect(outcome).toContainText("Solved");
  // moment by moment: the line's own time may begin only after its words are seen
  await page.clock.runFor(25_000);
  await expect(outcome).not.toContainText("Solved");
  await page.keyboard.press("z");
  await expect(outcome).toContainText("Taken back: 1 case.");
  await expect(page.locator(".case-h")).toContainText(", new,");
});

test("a change that a session's end held up is made once signed in again", async ({ page, request }) => {
  const sent = await sendCase(request, {});
  await asStaff(page);
  await openCase(page, sent);
  const { cookies } = await page.context().storageState();
  await page.context().clearCookies();
  await page.keyboard.press("e");
  await expect(page.getByText("Your session has ended.")).toBeVisible();
  await page.context().addCookies(cookies);
  await signIn(page, ADMIN.email);
  await expect(page.locator(".outcome")).toContainText("Your session had ended: nothing was changed.");
  await page.getByRole("button", { name: "Make my change all the same" }).click();
  await expect(page.locator(".outcome")).toContainText(`Solved: ${sent.reference}.`);
});

async function signIn(page: Page, email: string): Promise<void> {
  // of its own, since an address signs in only so often
  await page.setExtraHTTPHeaders({ "x-forwarded-for": `10.9.${email.length}.7` });
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(ADMIN.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

test("what somebody was writing goes along when a colleague merges the case, and is nobody else's", async ({
  page,
  request,
  browser,
}) => {
  const email = newAddress();
  const into = await sendCase(request, { email });
  const sent = await sendCase(request, { email });
  await asStaff(page);
  const mara = await openAsColleague(page, browser, `Mara ${randomUUID().slice(0, 8)}`);
  for (const each of [page, mara]) await openCase(each, sent);
  await expect(page.getByText("is looking at this too")).toContainText("Mara");
  await page.locator("#write").fill("Half of an answer");
  await expect(page.locator(`[data-row="${sent.id}"]`)).toContainText("draft");
  await expect(mara.getByRole("region", { name: "Other cases of this address" })).toContainText(into.reference);
  await mara.keyboard.press("m");
  await mara.keyboard.press("Enter");

  const begun = page.getByRole("region", { name: "What you had begun to write here" });
  await expect(begun).toContainText("Half of an answer");
  await expectAccessible(page);
  await begun.getByRole("button", { name: `Go on with it in ${into.reference}` }).click();
  await expect(page.locator(".case-h")).toContainText(into.reference);
  await expect(page.locator("#write")).toHaveValue("Half of an answer");

  await page.context().clearCookies();
  await page.reload();
  const colleague = await colleagueOf(mara);
  await signIn(page, colleague);
  await expect(page.locator(".case-h")).toContainText(into.reference);
  await expect(page.locator("#write")).toHaveValue("");
  await mara.context().close();
});

async function colleagueOf(page: Page): Promise<string> {
  const session = await page.request.get("/api/auth/session");
  return ((await session.json()) as { staff: { email: string } }).staff.email; // the route's contract
}
