import { randomUUID } from "node:crypto";
import { asStaff } from "./staff.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, makeRoom, test } from "./support.ts";

/** Without digits: long numbers are left out of what is kept. */
const newWord = (): string => `zq${randomUUID().replaceAll(/[\d-]/g, "")}`;

test("what nobody answers is one gap: read, renamed, merged and taken apart, drafted, dismissed and back, by keyboard too", async ({
  soundPage: page,
  request,
}) => {
  const [word, other] = [newWord(), newWord()];
  const question = `Can I pay by ${word} <b>{1+1}</b>?`;
  for (const asked of [question, `pay by ${word}`, `Is ${other} a gift?`])
    await request.post("/api/ask", { data: { question: asked }, headers: { accept: "application/json" } });
  await request.post("/api/searches", { data: { q: `${word} payment`, results: 0 } });
  await asStaff(page);
  await page.getByRole("navigation", { name: "Desk" }).getByRole("link", { name: "Gaps" }).click();
  await page.keyboard.press("/");
  await page.keyboard.type(word);
  await page.keyboard.press("Enter");
  await expect(page.locator(".case-row")).toHaveCount(1);
  await expect(page.locator(".case-row")).toContainText("2 questions, 1 search");
  await page.locator(".case-row").focus();
  await page.keyboard.press("j");
  const phrases = page.getByRole("region", { name: "What was asked and searched for" });
  await expect(phrases).toContainText("<b>{1+1}</b>");
  await expect(page.getByRole("region", { name: "The latest answers" }).getByRole("link")).toHaveCount(2);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Write this article" }).click();
  expect((await download).suggestedFilename()).toMatch(/^[a-z-]+--[a-z0-9-]+\.mdx$/);

  await page.getByRole("button", { name: "Rename" }).click();
  await page.getByLabel("Name of the gap").fill(`Paying by ${word}`);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: `Paying by ${word}` })).toBeVisible();

  await page.getByRole("button", { name: "Merge" }).click();
  await page.getByLabel("The other gap").fill(other);
  await expectAccessible(page);
  await page.getByRole("button", { name: `Take in “Is ${other} a gift?”` }).click();
  await expect(page.locator(".gap-said")).toContainText("is part of this gap now");
  await page.getByRole("button", { name: `Take out “Is ${other} a gift?”` }).click();
  await expect(page.locator(".gap-said")).toContainText("is a gap of its own now");
  await expect(phrases.getByRole("listitem")).toHaveCount(3);

  await page.locator(".case-row").focus();
  await page.keyboard.press("e");
  await expect(page.getByText("Dismissed: nobody needs to write about it.")).toBeVisible();
  await expect(page.locator(".case-row")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.locator(".case-row")).toHaveCount(1);
  await makeRoom(page); // the lists stand beside
  await page.getByRole("link", { name: "Questions", exact: true }).click();
  await page.reload();
  await expect(page.getByRole("link", { name: "Questions", exact: true })).toHaveAttribute("aria-current", "true");
  await page.getByRole("link", { name: /Closed/ }).click();
  await expect(page.getByText(`No gap here has “${word}” in it.`)).toBeVisible();
});
