import { ARTICLE, ask, field, log, openAsk, panel, ready, refuseWith } from "./ask-support.ts";
import { expect, makeRoom, test } from "./support.ts";

test("a starter question is answered from the articles; a number opens the very section", async ({
  soundPage: page,
}) => {
  await makeRoom(page);
  await openAsk(page);
  await expect(field(page)).toBeFocused();
  await panel(page).getByRole("button", { name: "Which CRMs can I connect?" }).click();
  await ready(page);
  await expect(log(page).getByText("From the articles, word for word.")).toBeVisible();
  const source = log(page)
    .getByRole("link", { name: /^Source 1/ })
    .first();
  const target = (await source.getAttribute("href")) ?? "";
  await source.click();
  await page.waitForURL((url) => url.pathname + url.hash === target);
  await expect(log(page).getByRole("heading", { name: "Which CRMs can I connect?" })).toBeVisible();
});

test("what is not in the articles is said to be so, and a person gets the question", async ({ soundPage: page }) => {
  const question = "Can I pay my invoice with bitcoin?";
  await openAsk(page);
  await ask(page, question);
  await ready(page);
  await expect(log(page).locator("p").first()).toHaveText(/^Not found in the articles\./);
  await expect(log(page).getByRole("heading", { name: "Nearest sections" })).toBeVisible();
  await expect(log(page).locator(".near p").first()).toHaveText(/\w{3}/);
  await log(page).getByRole("link", { name: "Ask a person this" }).click();
  await expect(page.getByLabel("What is not working?")).toHaveValue(question);
  await expect(page.getByRole("switch", { name: "Questions and answers" })).toBeChecked();
});

test("who asks for a person in words is told where, and a greeting is not judged", async ({ soundPage: page }) => {
  await openAsk(page);
  await ask(page, "I want to talk to a person");
  await ready(page);
  await expect(log(page).getByRole("link", { name: "Ask a person this" })).toBeVisible();
  await expect(panel(page).getByRole("group", { name: "Did this answer help?" })).toHaveCount(0);
});

test("a question asked without a connection is kept, and goes out when there is one", async ({ page, context }) => {
  await openAsk(page);
  await context.setOffline(true);
  await ask(page, "How do I connect HubSpot?");
  await expect(log(page).getByText(/You are offline. Your question is kept/)).toBeVisible();
  await context.setOffline(false);
  await ready(page);
});

for (const [status, code, detail] of [
  [429, "limited", "That was a lot in a short time. Try again in 40 seconds."],
  [503, "unavailable", "The hub is being restarted. Ask again in a moment."],
] as const) {
  test(`a refusal (${status}) is shown in the hub's words, with a way to try again and a person`, async ({ page }) => {
    await refuseWith(page, status, code, detail);
    await openAsk(page);
    await ask(page, "How do I connect HubSpot?");
    await expect(log(page).getByText(detail)).toBeVisible();
    await expect(panel(page).getByRole("status")).toHaveText(`No answer came. ${detail}`);
    await expect(log(page).getByRole("link", { name: "Ask a person this" })).toBeVisible();
    await page.unroute("**/api/ask");
    await panel(page).getByRole("button", { name: "Try now" }).click();
    await ready(page);
  });
}

test("a search becomes a question, on its page too", async ({ soundPage: page }) => {
  await makeRoom(page);
  await page.goto("/");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("which crms can I connect");
  await page.keyboard.press("Enter");
  await ready(page);
  await expect(log(page).getByRole("heading", { name: "which crms can I connect" })).toBeVisible();
  await panel(page).getByRole("button", { name: "New question" }).click();
  await page.goto("/search/?q=hubspot");
  await page.getByRole("link", { name: "Ask hubspot" }).click();
  await expect(log(page).getByRole("heading", { name: "hubspot" })).toBeVisible();
  await ready(page);
  await expect(page).toHaveURL(/\/search\//);
});

test("Ask is loaded when somebody is about to use it, not before", async ({ soundPage: page }) => {
  const scripts: string[] = [];
  page.on("request", (request) => scripts.push(new URL(request.url()).pathname));
  await page.goto(ARTICLE, { waitUntil: "networkidle" });
  expect(scripts.filter((path) => path.includes("open-ask"))).toEqual([]);
  await page.getByRole("link", { name: "Ask", exact: true }).hover();
  await expect.poll(() => scripts.filter((path) => path.includes("open-ask"))).toHaveLength(1);
});
