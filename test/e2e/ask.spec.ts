import type { Page } from "@playwright/test";
import { expect, expectAccessible, makeRoom, test } from "./support.ts";

const ARTICLE = "/articles/integrations/connect-your-crm/";
const panel = (page: Page) => page.getByRole("complementary", { name: "Ask" });
const field = (page: Page) => panel(page).getByRole("textbox");
const ready = (page: Page) => expect(panel(page).getByRole("status")).toHaveText(/^Answer ready/);

async function ask(page: Page, question: string): Promise<void> {
  await field(page).fill(question);
  await page.keyboard.press("Enter");
}

test("a starter question is answered from the articles; a number opens the very section", async ({
  soundPage: page,
}) => {
  await makeRoom(page);
  await page.goto(ARTICLE);
  await page.keyboard.press("Control+i");
  await expect(field(page)).toBeFocused();
  await expectAccessible(page);
  await panel(page).getByRole("button", { name: "Which CRMs can I connect?" }).click();
  await ready(page);
  await expect(panel(page).getByText("From the articles, word for word.")).toBeVisible();
  await expectAccessible(page);
  const source = panel(page)
    .getByRole("link", { name: /^Source 1/ })
    .first();
  const target = (await source.getAttribute("href")) ?? "";
  await source.click();
  await page.waitForURL((url) => url.pathname + url.hash === target);
  await expect(panel(page).getByRole("heading", { name: "Which CRMs can I connect?" })).toBeVisible();
  await page.reload();
  await expect(panel(page).getByRole("heading", { name: "Which CRMs can I connect?" })).toBeVisible();
  await expect(panel(page).getByText("Answering")).toBeHidden();
});

test("what is not in the articles is said to be so, and a person gets the question", async ({ soundPage: page }) => {
  await page.goto(`${ARTICLE}?ask=${encodeURIComponent("Can I pay my invoice with bitcoin?")}`);
  await ready(page);
  await expect(page).toHaveURL(new RegExp(`${ARTICLE}$`));
  await expect(panel(page).getByText("Not in the articles.")).toBeVisible();
  await expect(panel(page).getByRole("heading", { name: "Nearest sections" })).toBeVisible();
  await expectAccessible(page);
  await panel(page).getByRole("link", { name: "Ask a person this" }).click();
  await expect(page.getByLabel("What is not working?")).toHaveValue("Can I pay my invoice with bitcoin?");
  await expect(page.getByRole("switch", { name: "Questions and answers" })).toBeChecked();
});

test("an answer is judged, with a reason, and a new question clears the thread", async ({ soundPage: page }) => {
  const votes: unknown[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/vote")) votes.push(request.postDataJSON());
  });
  await page.goto(ARTICLE);
  await page.getByRole("link", { name: "Ask", exact: true }).click();
  await ask(page, "How do I connect HubSpot?");
  await ready(page);
  const helped = panel(page).getByRole("group", { name: "Did this answer help?" });
  await helped.getByRole("button", { name: "No" }).click();
  await helped.getByRole("radio", { name: "Something is missing" }).check();
  await expect.poll(() => votes).toEqual([{ helped: false }, { helped: false, reason: "incomplete" }]);
  await expectAccessible(page);
  await panel(page).getByRole("button", { name: "New question" }).click();
  await expect(panel(page).getByRole("heading", { name: "How do I connect HubSpot?" })).toHaveCount(0);
  await expect(field(page)).toBeFocused();
});

test("an answer that is stopped keeps what was written, and can be asked again", async ({ page }) => {
  await page.route("**/api/ask", () => {}); // never answers
  await page.goto(ARTICLE);
  await page.keyboard.press("Control+i");
  await ask(page, "How do I connect HubSpot?");
  await panel(page).getByRole("button", { name: "Stop" }).click();
  await expect(panel(page).getByText("It was stopped before the first sentence.")).toBeVisible();
  await expectAccessible(page);
  await page.unroute("**/api/ask");
  await panel(page).getByRole("button", { name: "Ask it again" }).click();
  await ready(page);
  await expect(panel(page).getByRole("heading", { name: "How do I connect HubSpot?" })).toHaveCount(1);
});

test("a question asked without a connection is kept, and goes out when there is one", async ({ page, context }) => {
  await page.goto(ARTICLE);
  await page.keyboard.press("Control+i");
  await context.setOffline(true);
  await ask(page, "How do I connect HubSpot?");
  await expect(panel(page).getByText(/You are offline. Your question is kept/)).toBeVisible();
  await context.setOffline(false);
  await ready(page);
});

test("an answer that breaks off on its way keeps what had come", async ({ page }) => {
  const source = { n: 1, articleId: "a/b", section: "", title: "Connect your CRM", url: ARTICLE };
  const events = [
    ["sources", { sources: [source] }],
    ["sentence", { text: "Four CRMs connect directly.", citations: [1] }],
  ].map(([event, data]) => `event: ${event as string}\ndata: ${JSON.stringify(data)}\n\n`);
  await page.route("**/api/ask", (route) => route.fulfill({ contentType: "text/event-stream", body: events.join("") }));
  await page.goto(ARTICLE);
  await page.keyboard.press("Control+i");
  await ask(page, "Which CRMs can I connect?");
  await expect(panel(page).getByText("The answer was cut off on its way.")).toBeVisible();
  await expect(panel(page).getByText("Four CRMs connect directly.")).toBeVisible();
  await expect(panel(page).getByRole("button", { name: "Ask it again" })).toBeVisible();
});

test("a refusal is shown in the hub's words, with a way to try again", async ({ page }) => {
  const problem = { title: "Too many requests", status: 429, code: "limited", detail: "Try again in 40 seconds." };
  await page.route("**/api/ask", (route) =>
    route.fulfill({ status: 429, contentType: "application/problem+json", body: JSON.stringify(problem) }),
  );
  await page.goto(ARTICLE);
  await page.keyboard.press("Control+i");
  await ask(page, "How do I connect HubSpot?");
  await expect(panel(page).getByText("Try again in 40 seconds.")).toBeVisible();
  await expect(panel(page).getByRole("link", { name: "Ask a person this" })).toBeVisible();
  await expectAccessible(page);
  await page.unroute("**/api/ask");
  await panel(page).getByRole("button", { name: "Try now" }).click();
  await ready(page);
});

test("on a phone the panel covers the page, and following a source uncovers it", async ({ soundPage: page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(ARTICLE);
  await page.getByRole("link", { name: "Ask", exact: true }).click();
  await expect(page.locator(".rest")).toHaveAttribute("inert");
  await ask(page, "Which CRMs can I connect?");
  await ready(page);
  await expectAccessible(page);
  await panel(page)
    .getByRole("link", { name: /^Source 1/ })
    .first()
    .click();
  await expect(panel(page)).toBeHidden();
  await expect(page.locator(".rest")).not.toHaveAttribute("inert");
});

test("a search becomes a question", async ({ soundPage: page }) => {
  await page.goto("/");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("which crms can I connect");
  await page.keyboard.press("Enter");
  await ready(page);
  await expect(panel(page).getByRole("heading", { name: "which crms can I connect" })).toBeVisible();
});
