import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { sendCase } from "./send-case.ts";
import { asStaff } from "./staff.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./support.ts";

const goTo = (page: Page, view: string) =>
  page.getByRole("navigation", { name: "Desk" }).getByRole("link", { name: view, exact: true }).click();

async function saved(page: Page, button: string): Promise<string> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: button, exact: true }).click();
  return readFileSync(await (await download).path(), "utf8");
}

test("a report says three figures and what they mean, draws them with a table behind, and saves them as CSV", async ({
  soundPage: page,
  request,
}) => {
  const helped = await request.post("/api/ask", {
    data: { question: "How do I connect my CRM to reports?" },
    headers: { accept: "application/json" },
  });
  const { answerId } = (await helped.json()) as { answerId: string }; // the route's contract
  await request.post(`/api/answers/${answerId}/vote`, { data: { helped: true } });
  const formula = "=1+1 in my report";
  await sendCase(request, { message: formula });

  await asStaff(page);
  await goTo(page, "Reports");
  await page.getByRole("link", { name: "Last 7 days" }).click();
  await expect(page).toHaveURL(/view=reports&days=7/);
  const questions = page.getByRole("region", { name: "Questions to Ask AI" });
  await expect(questions.getByText("The reader said that the answer helped. Nothing else counts")).toBeVisible();
  await expect(questions.getByRole("img", { name: /^Questions a day: \d+ questions, most on/ })).toBeVisible();
  await questions.getByText("Questions a day, as a table").click();
  await expect(questions.getByRole("row")).toHaveCount(8);
  await expect(page.getByRole("region", { name: "How long customers waited" })).toContainText("support hours");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  const cases = await saved(page, "The cases themselves");
  expect(cases).toContain(`"'${formula}"`);
  await expect(page.getByText(/^Saved as cases-\d{4}/)).toBeVisible();
  await page.getByLabel("From").fill("2026-01-01");
  await page.getByLabel("to", { exact: true }).fill("2026-01-03");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText("Nobody asked anything in these days.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("1 January 2026 to 3 January 2026")).toBeVisible();
});

test("what is kept about an address is found, exported, and erased once it is typed again", async ({
  soundPage: page,
  request,
}) => {
  const address = "erase.me@example.com";
  const message = "<img src=x onerror=alert(1)> Nothing arrives";
  await sendCase(request, { email: address, name: "Eve", message });
  await asStaff(page);
  await goTo(page, "Data");
  await expect(page.getByRole("region", { name: "How long it is kept" }).getByRole("row")).toHaveCount(9);
  await page.getByLabel("E-mail address").fill("Erase.Me@Example.com");
  await page.getByRole("button", { name: "Look it up" }).click();
  await expect(page.getByRole("heading", { name: address })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  const file = JSON.parse(await saved(page, "Export as one file")) as { cases: { message: string }[] };
  expect(file.cases.map((kept) => kept.message)).toEqual([message]);
  await page.getByLabel("Type the address again").fill(address);
  await page.getByRole("button", { name: "Erase for good" }).click();
  await expect(page.getByRole("heading", { name: "Erased" })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("E-mail address").fill(address);
  await page.getByRole("button", { name: "Look it up" }).click();
  await expect(page.getByText("Nothing is kept about this address.")).toBeVisible();
  await expect(page.getByText(/^Erased .* by Support\.$/)).toBeVisible();
});
