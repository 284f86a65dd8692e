import { newWord, sendCase } from "./send-case.ts";
import { asStaff, openAsColleague } from "./staff.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, makeRoom, test } from "./support.ts";

test("the desk opens on what is unsolved; what is solved leaves it, and all is a press away", async ({
  soundPage: page,
  request,
}) => {
  const subject = `Nothing of ${newWord()} arrives.`;
  await sendCase(request, { subject, message: subject });
  await makeRoom(page);
  await asStaff(page);
  await page.goto("/desk/");
  await expect(page.getByRole("link", { name: /^Unsolved/ })).toHaveAttribute("aria-current", "true");
  await expect(page.getByRole("link", { name: "Newest" })).toHaveAttribute("aria-current", "true");
  const row = page.locator(".case-row").filter({ hasText: subject });
  await row.click();
  await expect(page.locator("#case-h")).toHaveText(subject);
  await page.keyboard.press("e");
  await expect(page.locator(".outcome")).toContainText("Solved");
  await expect(row).toHaveCount(0);
  await expectAccessible(page);

  await page.getByRole("link", { name: /^All \d/ }).click();
  await expect(row).toBeVisible();
  await expect(page).toHaveURL(/\?state=all$/);
  await page.reload();
  await expect(row).toBeVisible();
  await page.getByRole("link", { name: "Cases", exact: true }).click();
  await expect(row).toBeVisible();
  await expectNoSidewaysScroll(page);
});

test("an empty search says what it takes, until one types or leaves; a colleague and a customer narrow it", async ({
  page,
  request,
  browser,
}) => {
  const word = newWord();
  const email = `${word}@example.com`;
  const { id } = await sendCase(request, { email, message: "Nothing arrives." });
  await asStaff(page);
  const mara = await openAsColleague(page, browser, `Mara ${word}`);
  await mara.goto(`/desk/?case=${id}`);
  await mara.getByRole("button", { name: "Take it" }).click();
  await expect(mara.locator(".outcome")).toContainText("Given to");
  await mara.context().close();

  await page.goto("/desk/");
  await expect(page.getByRole("link", { name: /^Unsolved \d/ })).toBeVisible();
  const field = page.getByLabel("Search cases");
  const signs = page.getByText("These narrow it:");
  await expect(signs).toBeHidden();
  await page.keyboard.press("/");
  await expect(signs).toBeVisible();
  await expect(field).toHaveAccessibleDescription(/owner:name whose it is.*from:/);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(signs).toBeHidden();

  await page.keyboard.press("/");
  await page.keyboard.type(`owner:${word} from:${email} after:2020-01-01`);
  await expect(signs).toBeHidden();
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-row]")).toHaveCount(1);
  await expect(page.locator(`[data-row="${id}"]`)).toBeVisible();
  await expect(page.getByText(/^Only:/)).toContainText(`Mara ${word}’s, from ${email}, since 2020-01-01`);
  await expect(field).toHaveValue("");
  await page.keyboard.press("j");
  await expect(page.locator(".case-h")).toBeVisible();

  await field.fill(`owner:nobodyelse${word}`);
  await field.press("Enter");
  await expect(page.getByText("As a filter, owner: takes me, nobody or a colleague’s name")).toBeVisible();
});

test("a list that cannot be read says so, and a press reads it again", async ({ page }) => {
  await asStaff(page);
  await page.route("**/api/desk/cases*", (route) => route.abort());
  await page.goto("/desk/");
  await expect(page.getByText("No connection to the hub.")).toBeVisible();
  await expectAccessible(page);
  await page.unroute("**/api/desk/cases*");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("link", { name: /^Unsolved \d/ })).toBeVisible();
  await expect(page.getByText("No connection to the hub.")).toHaveCount(0);
});
