import { newAddress, newWord, sendCase } from "./send-case.ts";
import { asStaff, openAsColleague } from "./staff.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, makeRoom, test } from "./support.ts";

test("a case is answered and then solved by keyboard: Esc leaves the reply", async ({ soundPage: page, request }) => {
  const word = newWord();
  await sendCase(request, { message: `Nothing of ${word} arrives.` });
  await asStaff(page);
  await page.goto(`/desk/?q=${word}`);
  await expect(page.locator(".case-row")).toHaveCount(1);
  await page.keyboard.press("j");
  await expect(page.locator(".case-h")).toBeVisible();
  await page.keyboard.press("r");
  await page.keyboard.type("It arrives now.");
  await page.keyboard.press("Control+Enter");
  await expect(page.locator(".thread")).toContainText("It arrives now.");
  await page.keyboard.press("Escape");
  await page.keyboard.press("e");
  await expect(page.locator(".outcome")).toContainText("Solved");
  await page.keyboard.press("/");
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toContainText("Esc leaves the field");
});

test("several cases are tagged, solved and taken back together, by keyboard; a snoozed one is out of sight", async ({
  soundPage: page,
  request,
}) => {
  const word = newWord();
  for (const n of ["one", "two", "three"]) await sendCase(request, { message: `Nothing of ${word} arrives, ${n}.` });
  await asStaff(page);
  await page.goto(`/desk/?q=${word}`);
  const rows = page.locator(".case-row");
  const outcome = page.locator(".outcome");
  await expect(rows).toHaveCount(3);
  await page.keyboard.press("x");
  await page
    .getByRole("checkbox")
    .nth(2)
    .click({ modifiers: ["Shift"] });
  await expect(page.getByText("3 chosen")).toBeVisible();
  await expectAccessible(page);

  await page.keyboard.press("t");
  await page.keyboard.type(`Crm setup, ${word}`);
  await expectAccessible(page, "dialog[open]");
  await page.keyboard.press("Enter");
  await expect(outcome).toContainText(`Tagged crm-setup, ${word}: 3 cases.`);
  await expect(rows.filter({ hasText: "#crm-setup" })).toHaveCount(3);

  await page.getByRole("button", { name: "Choose all shown" }).click();
  await page.keyboard.press("e");
  await expect(outcome).toContainText("Solved: 3 cases.");
  await expect(rows.filter({ hasText: ", solved" })).toHaveCount(3);
  await expectAccessible(page);
  await page.keyboard.press("z");
  await expect(outcome).toContainText("Taken back: 3 cases.");
  await expect(rows.filter({ hasText: ", new" })).toHaveCount(3);

  await page.goto(`/desk/?tag=${word}`);
  await expect(rows).toHaveCount(3);
  await page.keyboard.press("j");
  await expect(page.locator(".case-h")).toBeVisible();
  await page.keyboard.press("a");
  await expect(page.getByRole("button", { name: "Owner Support" })).toBeVisible();
  await page.keyboard.press("s");
  await page.getByRole("radio", { name: /In a week/ }).check();
  await page.keyboard.press("Enter");
  await expect(rows).toHaveCount(2);
  await makeRoom(page); // the lists stand beside
  await page.getByRole("link", { name: "Snoozed 1" }).click();
  await expect(rows).toHaveCount(1);
  await expectNoSidewaysScroll(page);

  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toContainText("undo the last change");
  await expectAccessible(page, "dialog[open]");
});

test("a case that comes back from its snooze is on top of its list and says so, until something happens to it", async ({
  soundPage: page,
  request,
}) => {
  const email = newAddress();
  const snoozed = await sendCase(request, { email, message: "Snoozed for a moment." });
  await sendCase(request, { email, message: "Newer." });
  await asStaff(page);
  const made = await page.request.patch(`/api/desk/cases/${snoozed.id}`, {
    data: { version: 1, snoozedUntil: new Date(Date.now() + 2000).toISOString() },
    headers: { origin: new URL(page.url()).origin },
  });
  expect(made.ok()).toBe(true);
  const rows = page.locator(".case-row");
  await expect(async () => {
    await page.goto(`/desk/?email=${email}`);
    await expect(rows.first()).toContainText("back from its snooze", { timeout: 1000 });
  }).toPass();
  await expect(rows).toHaveCount(2);
  await rows.first().click();
  await expect(page.locator(".case-h")).toContainText("back from its snooze since");
  await expectAccessible(page);
  await page.keyboard.press("a");
  await expect(page.locator(".outcome")).toContainText(`Given to Support: ${snoozed.reference}.`);
  await expect(rows.first()).toContainText("Snoozed for a moment");
  await expect(page.getByText("back from its snooze")).toHaveCount(0);
});

test("two people on one case see each other and what the other did, and neither overwrites the other", async ({
  page,
  request,
  browser,
}) => {
  const { id, reference } = await sendCase(request, { message: `Two of us look at ${newWord()}.` });
  await asStaff(page);
  const mara = await openAsColleague(page, browser, `Mara ${newWord()}`);
  await page.goto(`/desk/?case=${id}`);
  await mara.goto(`/desk/?case=${id}`);
  await expect(page.getByText("is looking at this too")).toContainText("Mara");
  await expect(mara.getByText("is looking at this too")).toContainText("Support");

  await page.getByLabel("Reply to").fill("What I am writing");
  await mara.getByRole("button", { name: /^Solve/ }).click();
  await expect(page.getByText("solved this a moment ago")).toContainText("Mara");
  await expect(page.locator(".case-h")).toContainText("solved");
  await expect(page.getByLabel("Reply to")).toHaveValue("What I am writing");
  await expectAccessible(page);

  // a window that hears nothing any more
  await page.route("**/api/desk/events*", (route) => route.abort());
  await page.reload();
  await expect(page.locator(".case-h")).toContainText("solved");
  await mara.getByRole("button", { name: /^Priority/ }).click();
  await mara.getByRole("radio", { name: "urgent" }).check();
  await mara.keyboard.press("Enter");
  await expect(mara.locator(".outcome")).toContainText(`Priority urgent: ${reference}.`);
  await page.getByRole("button", { name: /^Open again/ }).click();
  const outcome = page.locator(".outcome");
  await expect(outcome).toContainText(`changed ${reference} meanwhile: priority normal is now priority urgent.`);
  await expectAccessible(page);
  await outcome.getByRole("button", { name: "Make my change all the same" }).click();
  await expect(outcome).toContainText(`Opened: ${reference}.`);
  await expect(page.getByRole("button", { name: "Priority urgent" })).toBeVisible();
  // what an agent may not open is said in words, and is no link
  await mara.getByRole("link", { name: "Deliveries" }).click();
  await expect(mara.getByText("which an admin finds under API")).toBeVisible();
  await expect(mara.getByRole("link", { name: /API/ })).toHaveCount(0);
  await mara.context().close();
});
