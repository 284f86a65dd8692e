import type { Page } from "@playwright/test";
import { ARTICLE, ask, field, log, openAsk, panel, ready, refuseWith } from "./ask-support.ts";
import { expect, makeRoom, test } from "./support.ts";

const OTHER = "/articles/syncing/contacts-not-syncing/";
const FIRST = "How does a referral qualify by deal stage in HubSpot?";

/** What was sent to the hub with each question. */
function watchQuestions(page: Page): Record<string, string>[] {
  const sent: Record<string, string>[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/api/ask")) sent.push(request.postDataJSON() as Record<string, string>); // AskInput
  });
  return sent;
}

test("a follow-up keeps its thread over another page and a reload; a new question leaves it", async ({
  soundPage: page,
}) => {
  await makeRoom(page);
  const sent = watchQuestions(page);
  await openAsk(page);
  await ask(page, FIRST);
  await ready(page);
  await page.getByRole("main").getByRole("link", { name: "Contacts do not sync" }).first().click();
  await page.waitForURL(`**${OTHER}`);
  await page.reload();
  await expect(log(page).getByRole("heading", { name: FIRST })).toBeVisible();
  await ask(page, "and for Salesforce?");
  await ready(page);
  // nothing but the thread says that this is about stages
  await expect(log(page).locator('a[href*="qualify-by-deal-stage"]').last()).toBeVisible();
  const below = page.getByRole("heading", { name: "and for Salesforce?" }).locator("xpath=following-sibling::*");
  await expect(below.getByText("You choose the stage that qualifies a referral").first()).toBeVisible();
  await panel(page).getByRole("button", { name: "New question" }).click();
  await expect(log(page).getByRole("heading")).toHaveCount(0);
  await ask(page, "Which CRMs can I connect?");
  await ready(page);
  expect(sent[0]).not.toHaveProperty("thread");
  expect(sent[1]?.["thread"]).toMatch(/.{20}/);
  expect(sent[2]).not.toHaveProperty("thread");
  expect(sent.map(({ articleId }) => articleId)).toEqual([
    "integrations/connect-your-crm",
    "syncing/contacts-not-syncing",
    "syncing/contacts-not-syncing",
  ]);
});

test("the page and the section that the reader is on are named, and go along", async ({ soundPage: page }) => {
  await makeRoom(page);
  const sent = watchQuestions(page);
  await openAsk(page, `${ARTICLE}#servicetitan-connects-differently`);
  await expect(panel(page).locator("header")).toContainText("ServiceTitan connects differently");
  await page.evaluate(() => scrollTo({ top: 0 }));
  await expect(panel(page).locator("header")).not.toContainText("ServiceTitan connects differently");
  await page.evaluate(() => document.getElementById("servicetitan-connects-differently")?.scrollIntoView());
  await expect(panel(page).locator("header")).toContainText("ServiceTitan connects differently");
  await ask(page, "How long does this take?");
  await ready(page);
  expect(sent[0]).toMatchObject({
    articleId: "integrations/connect-your-crm",
    section: "servicetitan-connects-differently",
  });
});

test("an address with a question asks it once", async ({ soundPage: page }) => {
  const sent = watchQuestions(page);
  await page.goto(`${ARTICLE}?ask=${encodeURIComponent("Which CRMs can I connect?")}`);
  await ready(page);
  await page.reload();
  await expect(log(page).getByText("From the articles, word for word.")).toBeVisible();
  expect(sent).toHaveLength(1);
});

/** As if another page of the tab had gone on with what is kept, and the reader came back to this one. */
async function comeBack(page: Page, change: { open: boolean; questions?: string[] }): Promise<void> {
  await page.evaluate(({ open, questions = [] }) => {
    const kept = JSON.parse(sessionStorage.getItem("handrail.ask") ?? '{ "thread": null, "turns": [], "draft": "" }');
    const turns = questions.map((question) => ({
      key: question,
      question,
      state: "stopped",
      sources: [],
      sentences: [],
    }));
    sessionStorage.setItem("handrail.ask", JSON.stringify({ ...kept, open, turns: [...kept.turns, ...turns] }));
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  }, change);
}

test("a page that comes back out of the browser's cache has the thread as the tab has it by now", async ({
  soundPage: page,
}) => {
  await makeRoom(page);
  await openAsk(page);
  await ask(page, FIRST);
  await ready(page);
  await comeBack(page, { open: false, questions: ["Which CRMs can I connect?"] });
  await expect(panel(page)).toHaveCount(0);
  await comeBack(page, { open: true });
  await ask(page, "and for Salesforce?");
  await ready(page);
  for (const name of [FIRST, "Which CRMs can I connect?", "and for Salesforce?"])
    await expect(log(page).getByRole("heading", { name })).toBeVisible();
});

test("a page that had no panel yet opens it where the tab has it open by now", async ({ soundPage: page }) => {
  await makeRoom(page);
  await page.goto(ARTICLE);
  await comeBack(page, { open: true, questions: [FIRST] });
  await expect(log(page).getByRole("heading")).toHaveText([FIRST]);
  await expect(page.locator("body")).toBeFocused();
});

test("a full thread says so, and the question goes on as a new one", async ({ page }) => {
  const detail = "After 30 questions a thread is full.";
  await openAsk(page);
  await ask(page, "How do I connect HubSpot?");
  await ready(page);
  await refuseWith(page, 409, "thread_full", detail);
  await ask(page, "Which CRMs can I connect?");
  await expect(log(page).getByText(detail)).toBeVisible();
  await page.unroute("**/api/ask");
  const sent = watchQuestions(page);
  await panel(page).getByRole("button", { name: "Ask it as a new question" }).click();
  await ready(page);
  await expect(log(page).getByRole("heading", { level: 3 })).toHaveText(["Which CRMs can I connect?"]);
  expect(sent[0]).toMatchObject({ question: "Which CRMs can I connect?" });
  expect(sent[0]).not.toHaveProperty("thread");
});

test("what is typed and not asked yet stays", async ({ soundPage: page }) => {
  await openAsk(page);
  await field(page).fill("How do I");
  await page.reload();
  await expect(field(page)).toHaveValue("How do I");
});

test("every page offers three questions to begin with", async ({ soundPage: page }) => {
  for (const path of ["/", "/topics/syncing/", "/status/", ARTICLE]) {
    await openAsk(page, path);
    await expect(log(page).getByRole("button")).toHaveCount(3);
  }
});

test("a question that waits for a connection goes out after a reload too", async ({ page, context }) => {
  // The page that asked does not live to see the connection.
  await page.addInitScript(() => addEventListener("online", (event) => event.stopImmediatePropagation()));
  await openAsk(page);
  await context.setOffline(true);
  await ask(page, "How do I connect HubSpot?");
  await expect(log(page).getByText(/You are offline. Your question is kept/)).toBeVisible();
  await context.setOffline(false);
  await page.reload();
  await ready(page);
});
