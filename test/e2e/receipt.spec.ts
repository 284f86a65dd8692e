import { readFileSync } from "node:fs";
import path from "node:path";
import { newAddress } from "./send-case.ts";
import { asStaff } from "./staff.ts";
import { expect, expectAccessible, test } from "./support.ts";

const PICTURE = path.join(import.meta.dirname, "../fakes/pictures/phone.jpg");
const MESSAGE = "The export stops half way through.";
const file = (name: string, content: string) => ({ name, mimeType: "image/png", buffer: Buffer.from(content) });

test("a reader attaches files, is told at once what is wrong with one, sends without a connection, and opens a closed case again", async ({
  page,
  context,
}) => {
  await page.goto("/articles/integrations/connect-your-crm/");
  await page.getByRole("radio", { name: "It didn’t" }).first().check();
  await page.getByRole("link", { name: "Send it to support" }).click();
  await expect(page.getByRole("heading", { name: "What goes along" })).toBeVisible();
  await expect(page.getByLabel("Subject")).toHaveValue(/^Step 1 did not work: /);
  await expect(page.getByRole("combobox")).toHaveValue("integrations");
  await page.getByLabel("What is not working?").fill(MESSAGE);
  await page.getByLabel("Your e-mail address").fill(newAddress());
  const files = page.getByLabel("Files, if they help");
  await files.setInputFiles([PICTURE]);
  await files.setInputFiles([file("holiday.png", "GIF89a\u0001")]);
  const list = page.getByRole("list", { name: "Files to send" });
  await expect(list.getByRole("listitem")).toHaveCount(2);
  await expect(list).toContainText("is no picture");
  await page.getByRole("button", { name: /^Send/ }).click();
  await expect(files).toBeFocused();
  await expect(files).toHaveAccessibleDescription(/“holiday.png” is no picture/);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Remove holiday.png" }).click();
  await expect(list.getByRole("listitem")).toHaveText([/phone.jpg/]);

  await context.setOffline(true);
  await page.getByRole("button", { name: /^Send/ }).click();
  await expect(page.getByText("This is sent as soon as you are back.")).toBeVisible();
  await expectAccessible(page);
  await context.setOffline(false);
  await page.waitForURL("**/receipts/**");
  await expect(page.getByRole("link", { name: "phone.jpg" })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Close it" }).click();
  await expect(page.getByRole("heading", { name: /This is closed/ })).toBeVisible();
  await page.getByRole("button", { name: "Open it again", exact: true }).click();
  await expect(page.getByText("It is not solved.")).toBeVisible();
  await page.getByLabel("Files, if they help").setInputFiles([file("log.txt", "it happened again")]);
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.getByRole("heading", { name: /You attached/ })).toBeVisible();

  const reference = (await page.locator("h1 .ref").textContent()) ?? "";
  await asStaff(page);
  await page.getByRole("link", { name: reference }).click();
  await expect(page.getByRole("heading", { name: "Files" })).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "phone.jpg" }).click();
  const saved = await (await download).path();
  expect(readFileSync(saved).includes("CANARY")).toBe(false);
  await expectAccessible(page, ".case");
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a request with a file, and a link that opens nothing, have their pages", async ({ page }) => {
    await page.goto("/contact/?article=syncing/contacts-not-syncing");
    await expect(page.getByRole("combobox")).toHaveValue("syncing");
    await page.getByLabel("What is not working?").fill(MESSAGE);
    await page.getByLabel("Your e-mail address").fill(newAddress());
    await page.getByLabel("Files, if they help").setInputFiles([file("holiday.png", "GIF89a\u0001")]);
    await page.getByRole("button", { name: "Send" }).click();
    await expect(page.getByText("“holiday.png” is no picture")).toBeVisible();
    await page.getByLabel("Your files: choose them again").setInputFiles([PICTURE]);
    await page.getByRole("button", { name: "Send" }).click();
    await page.waitForURL("**/receipts/**");
    await expect(page.getByRole("link", { name: "phone.jpg" })).toBeVisible();
    await page.goto("/receipts/0123456789abcdefghijkl");
    await expect(page.getByRole("heading", { name: "This link opens no receipt" })).toBeVisible();
  });
});
