import type { APIRequestContext } from "@playwright/test";
import { tabTo } from "./by-keys.ts";
import { newWord, sendCase, type Sent } from "./send-case.ts";
import { asStaff } from "./staff.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, makeRoom, test } from "./support.ts";

const send = (request: APIRequestContext, email: string, subject: string): Promise<Sent> =>
  sendCase(request, { email, subject, message: `${subject} It has been so since Monday.` });

test("a second case is merged into the first by keyboard: the dialog says what happens, and opening it again takes it back", async ({
  soundPage: page,
  request,
}) => {
  const word = newWord();
  const first = await send(request, `${word}@example.com`, "Nothing arrives.");
  const second = await send(request, `${word}@example.com`, "Still nothing.");
  const outcome = page.locator(".outcome");
  await makeRoom(page);
  await asStaff(page);
  await page.goto(`/desk/?q=${word}`);
  await expect(page.locator(".case-row")).toHaveCount(2);
  await page.keyboard.press("j");
  await expect(page.locator("#case-h")).toHaveText("Still nothing.");
  await expect(page.getByRole("region", { name: "Other cases of this address" })).toContainText(first.reference);
  await page.keyboard.press("m");
  const dialog = page.getByRole("dialog", { name: `Merge: ${second.reference}` });
  await expect(dialog).toContainText("No mail goes out.");
  await expect(dialog).toContainText(`It can be undone: open ${second.reference} again.`);
  await expectAccessible(page, "dialog[open]");
  await tabTo(page, dialog.getByRole("radio", { name: "Nothing arrives." }));
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await expect(outcome).toContainText(`Merged into ${first.reference}: ${second.reference}.`);
  await expect(page.locator(".case-h")).toContainText(`merged into ${first.reference}`);
  await expect(page.getByLabel("Reply to")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Merge" })).toHaveCount(0);
  await expectAccessible(page);

  await page.locator(".case-h").getByRole("link", { name: first.reference }).click();
  await expect(page.locator("#case-h")).toHaveText("Nothing arrives.");
  await expect(page.locator(".thread")).toContainText(`in ${second.reference}`);
  await expect(page.locator(".thread")).toContainText("Still nothing.");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await page.goto(second.receiptUrl);
  await expect(page.getByRole("heading", { name: `This goes on as ${first.reference}` })).toBeVisible();
  await expect(page.getByText("Nothing arrives.")).toHaveCount(0);
  await expectAccessible(page);

  await page.goto(`/desk/?case=${second.id}`);
  await expect(page.locator(".case-h")).toContainText(`merged into ${first.reference}`);
  await page.keyboard.press("e");
  await expect(outcome).toContainText(`Opened: ${second.reference}.`);
  await expect(page.getByLabel("Reply to")).toBeVisible();
});

test("a case of another address is not merged, and the desk says why; by its number one of the same is", async ({
  page,
  request,
}) => {
  const [word, other] = [newWord(), newWord()];
  const own = await send(request, `${word}@example.com`, "Nothing arrives.");
  const stranger = await send(request, `${other}@example.com`, "Somebody else.");
  await asStaff(page);
  await page.goto(`/desk/?case=${own.id}`);
  await expect(page.locator("#case-h")).toHaveText("Nothing arrives.");
  await page.getByRole("button", { name: "Merge" }).click();
  await page.getByLabel(/The number of another case/).fill(stranger.reference.toLowerCase());
  await page.keyboard.press("Enter");
  await expect(page.locator(".outcome")).toContainText(`${stranger.reference} is of another address.`);
  await expect(page.locator(".case-h")).toContainText("new");

  const same = await send(request, `${word}@example.com`, "Still nothing.");
  await page.reload();
  await page.getByRole("button", { name: "Merge" }).click();
  await page.getByRole("radio", { name: "Another one, by its number" }).check();
  await page.getByLabel(/The number of another case/).fill(` ${same.reference.toLowerCase()}`);
  await page.keyboard.press("Enter");
  await expect(page.locator(".outcome")).toContainText(`Merged into ${same.reference}: ${own.reference}.`);
});

test("junk leaves the queue by one key, one or many, stands under its own filter, and comes back", async ({
  soundPage: page,
  request,
}) => {
  const word = newWord();
  for (const n of ["one", "two", "three"]) await send(request, `${word}-${n}@example.com`, `Buy pills, ${n}.`);
  const rows = page.locator(".case-row");
  const outcome = page.locator(".outcome");
  await makeRoom(page);
  await asStaff(page);
  await page.goto(`/desk/?q=${word}`);
  await expect(rows).toHaveCount(3);
  await page.keyboard.press("j");
  await expect(page.locator(".case-h")).toBeVisible();
  await page.keyboard.press("!");
  await expect(outcome).toContainText("Taken for junk:");
  await expect(rows).toHaveCount(2);
  await expect(page.locator(".case-h")).toContainText("Junk since");
  await expectAccessible(page);
  await page.keyboard.press("z");
  await expect(rows).toHaveCount(3);

  await page.getByRole("button", { name: "Choose all shown" }).click();
  await page.getByRole("group", { name: "Change what is chosen" }).getByRole("button", { name: "Junk" }).click();
  await expect(outcome).toContainText("Taken for junk: 3 cases.");
  await expect(rows).toHaveCount(0);
  await page.getByRole("link", { name: "Junk 3" }).click();
  await expect(rows).toHaveCount(3);
  await expectAccessible(page);
  await page.keyboard.press("x");
  await page.keyboard.press("!");
  await expect(outcome).toContainText("Out of junk:");
  await expect(rows).toHaveCount(2);
  await page.getByRole("link", { name: "All 1" }).click();
  await expect(rows).toHaveCount(1);
});
