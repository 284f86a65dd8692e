import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import type { Answer } from "#server/features/ask/ask.schema.ts";
import { sendCase } from "./send-case.ts";
import { asStaff } from "./staff.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, makeRoom, test } from "./support.ts";

/** Without digits: long numbers are left out of what is kept. */
const newWord = (): string => randomUUID().replaceAll(/[\d-]/g, "");

async function askHub(request: APIRequestContext, question: string): Promise<Answer> {
  const response = await request.post("/api/ask", { data: { question }, headers: { accept: "application/json" } });
  expect(response.ok()).toBe(true);
  return (await response.json()) as Answer; // the route's contract
}

test("an answer that did not help is found, shows why it said that, and is asked again", async ({
  soundPage: page,
  request,
}) => {
  const mark = newWord();
  const question = `How do I connect my CRM? ${mark}`;
  const { answerId } = await askHub(request, question);
  await request.post(`/api/answers/${answerId}/vote`, { data: { helped: false, reason: "outdated" } });
  await asStaff(page);
  await page.getByRole("navigation", { name: "Desk" }).getByRole("link", { name: "Answers" }).click();
  await page.getByRole("link", { name: "Did not help", exact: true }).click();
  const row = page.getByRole("link", { name: question });
  await expect(row).toContainText("did not help: out of date");
  await row.click();
  await expect(page.getByRole("heading", { name: question })).toBeVisible();
  const found = page.getByRole("region", { name: "What was found" });
  await expect(found.getByRole("link").first()).toHaveAttribute("href", /^\/(articles|learn)\//);
  await expect(page.getByRole("region", { name: "How it was made" })).toContainText("the articles’ own words");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await page.getByRole("button", { name: "In the articles’ words" }).click();
  await expect(page.getByText("The verdict is the same")).toContainText("No article has changed since.");
  await expect(page.getByRole("region", { name: "Now", exact: true })).toContainText("Verdict:");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await page.reload();
  await expect(page.getByRole("heading", { name: question })).toBeVisible();
});

test("a source that is no passage, as a check, is named where its number leads to", async ({ page, request }) => {
  const question = `How do I connect my CRM? ${newWord()}`;
  const { answerId } = await askHub(request, question);
  await asStaff(page);
  const check = { n: 42, articleId: "", section: "", title: "The check of HubSpot", url: "/setup/hubspot/" };
  await page.route(`**/api/desk/answers/${answerId}`, async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as Answer; // has more, and this
    await route.fulfill({ response, json: { ...answer, sources: [...answer.sources, check] } });
  });
  await page.goto(`/desk/?view=answers&answer=${answerId}`);
  const found = page.getByRole("region", { name: "What was found" });
  await expect(found.getByRole("listitem").filter({ hasText: "42" })).toContainText("The check of HubSpot");
});

test("answers are searched and walked through by keyboard", async ({ soundPage: page, request }) => {
  const mark = `zq${newWord()}`;
  for (const nth of ["first", "second"]) await askHub(request, `Is the ${nth} ${mark} a gift?`);
  await asStaff(page);
  await page.goto("/desk/?view=answers");
  await expect(page.getByRole("heading", { name: "Answers", level: 2 })).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type(mark);
  await page.keyboard.press("Enter");
  await expect(page.locator(".case-row")).toHaveCount(2);
  await page.locator(".case-row").first().focus();
  await page.keyboard.press("j");
  await expect(page.locator("#answer-h")).toContainText("second");
  await page.keyboard.press("j");
  await expect(page.locator("#answer-h")).toContainText("first");
  await page.keyboard.press("k");
  await expect(page.locator("#answer-h")).toContainText("second");
});

test("a gap leads to its answers, and a case to the answer that its customer got", async ({
  soundPage: page,
  request,
}) => {
  const question = `Which brass bands does ${newWord()} sponsor?`;
  const { answerId, verdict } = await askHub(request, question);
  expect(verdict).toBe("unanswered");
  const at = new Date().toISOString();
  await sendCase(request, {
    message: `Nothing on this: ${question}`,
    trail: [{ at, kind: "answer", ref: answerId, title: `Asked “${question}”: not in the articles` }],
  });
  await asStaff(page);
  await page.getByRole("link", { name: new RegExp(`Nothing on this: ${question.replace("?", "\\?")}`) }).click();
  await page.getByRole("link", { name: "Why it said that" }).click();
  await expect(page.locator("#answer-h")).toHaveText(question);
  await expect(page.getByText("That was not found in the articles.")).toBeVisible();

  await page.getByRole("navigation", { name: "Desk" }).getByRole("link", { name: "Gaps" }).click();
  await page.getByRole("link", { name: question }).click();
  await page.getByRole("region", { name: "What was asked" }).getByRole("link", { name: question }).click();
  await expect(page.locator(".case-row")).toHaveCount(1);
  await expect(page.locator(".case-row")).toContainText("not found");
});

test("an answer that is not kept any more says so, and an empty filter what it means", async ({ page }) => {
  await makeRoom(page);
  await asStaff(page);
  await page.goto("/desk/?view=answers&answer=ans_gone&q=no+such+words+anywhere");
  await expect(page.getByRole("alert")).toContainText("This answer is not kept any more.");
  await expect(page.getByText("No question that is kept has “no such words anywhere” in it.")).toBeVisible();
  await expectAccessible(page);
});
