import { ask, field, log, openAsk, panel, ready, test } from "./ask-support.ts";
import { expect } from "./support.ts";

const QUESTION = "How long does the approval of my Tenant ID take?";
const FIRST = "The approval takes 1–2 business days. [1]\n";
const SAID = "The approval takes 1–2 business days.";

test("sentences come one by one, with the articles that are read and a number that each is from", async ({
  soundPage: page,
  modelHub: { model },
}) => {
  await openAsk(page);
  await ask(page, QUESTION);
  const answer = await model.asked();
  await expect(log(page).getByText(/^Reading/)).toContainText("Send your Tenant ID");
  await expect(panel(page).getByRole("status")).toHaveText("Answering");
  answer.say(FIRST);
  answer.say("The Tenant ID identifies your company ");
  await expect(log(page).getByText(SAID)).toBeVisible();
  await expect(log(page).getByText("identifies your company")).toHaveCount(0);
  await expect(log(page).getByText("Sources so far")).toBeVisible();
  answer.say("in ServiceTitan. [1]\n");
  answer.end();
  await ready(page);
  await expect(log(page).getByText("Answered from the articles.")).toBeVisible();
  await expect(log(page).getByText("identifies your company")).toBeVisible();
  await expect(panel(page).getByRole("link", { name: /^Source 1/ })).toHaveCount(2);
});

test("a double press on Ask asks, and does not stop what it asked", async ({ page, modelHub: { model } }) => {
  await openAsk(page);
  await field(page).fill(QUESTION);
  await panel(page).getByRole("button", { name: "Ask", exact: true }).dblclick();
  const answer = await model.asked();
  answer.say(FIRST);
  answer.end();
  await ready(page);
  await expect(log(page).getByText("It was stopped")).toHaveCount(0);
});

test("Stop keeps what was written, says so, and ends the model's work; asking again goes on", async ({
  page,
  modelHub: { model },
}) => {
  await openAsk(page);
  await ask(page, QUESTION);
  const answer = await model.asked();
  answer.say(`${FIRST}It `);
  await expect(log(page).getByText(SAID)).toBeVisible();
  const stop = panel(page).getByRole("button", { name: "Stop" });
  await stop.click();
  const stoppedAt = Date.now();
  await answer.left;
  expect(Date.now() - stoppedAt).toBeLessThan(1000);
  await expect(log(page).getByText("It was stopped here.")).toBeVisible();
  await expect(log(page).getByText(SAID)).toBeVisible();
  await expect(panel(page).getByRole("status")).toHaveText("Stopped");
  await expect(panel(page).getByRole("button", { name: "Ask", exact: true })).toBeFocused();
  await page.reload();
  await expect(log(page).getByText("It was stopped here.")).toBeVisible();
  await panel(page).getByRole("button", { name: "Ask it again" }).click();
  await expect(panel(page).getByRole("log")).toBeFocused();
  const next = await model.asked();
  next.say(FIRST);
  next.end();
  await ready(page);
  await expect(log(page).getByText(SAID)).toHaveCount(1);
});

test("the trail says in the reader's language that an answer was stopped", async ({ page, modelHub: { model } }) => {
  const question = "Warum werden Kontakte nicht übertragen?";
  await page.goto("/de/articles/syncing/contacts-not-syncing/");
  await page.keyboard.press("Control+i");
  const asking = page.getByRole("complementary", { name: "Fragen" });
  await asking.getByRole("textbox").fill(question);
  await page.keyboard.press("Enter");
  const answer = await model.asked();
  await asking.getByRole("button", { name: "Anhalten" }).click();
  await answer.left;
  const trail = await page.evaluate(() => sessionStorage.getItem("handrail.trail") ?? "");
  expect(trail).toContain(`„${question}“ gefragt: angehalten`);
});

test("a connection that is cut ends honestly: what came stays, and the question can be asked again", async ({
  page,
  modelHub: { model, relay },
}) => {
  await openAsk(page);
  await ask(page, QUESTION);
  const answer = await model.asked();
  answer.say(`${FIRST}It `);
  await expect(log(page).getByText(SAID)).toBeVisible();
  relay.cut();
  await expect(log(page).getByText("The connection broke before the answer ended.")).toBeVisible();
  await expect(log(page).getByText(SAID)).toBeVisible();
  await expect(log(page).getByText("Answered from the articles.")).toHaveCount(0);
  await expect(panel(page).getByRole("status")).toHaveText(/^The answer broke off/);
  await answer.left;
  // A second try that brings nothing takes nothing away.
  await page.route("**/api/ask", (route) => route.abort());
  await panel(page).getByRole("button", { name: "Ask it again" }).click();
  await expect(log(page).getByText("No connection to the hub.")).toBeVisible();
  await expect(log(page).getByText(SAID)).toBeVisible();
  await page.unroute("**/api/ask");
  await panel(page).getByRole("button", { name: "Ask it again" }).click();
  const next = await model.asked();
  next.say(FIRST);
  next.end();
  await ready(page);
  await expect(log(page).getByText("Answered from the articles.")).toBeVisible();
  await expect(panel(page).getByRole("heading", { name: QUESTION })).toHaveCount(1);
});

test("a connection that falls silent is given up", async ({ page }) => {
  await page.clock.install();
  await page.route("**/api/ask", () => {}); // never answers
  await openAsk(page);
  await ask(page, QUESTION);
  await expect(panel(page).getByRole("status")).toHaveText("Answering");
  await page.clock.runFor(76_000);
  await expect(log(page).getByText("The connection broke before the answer ended.")).toBeVisible();
  await expect(panel(page).getByRole("button", { name: "Try now" })).toBeVisible();
});

test("what no source supports is left out, and the answer says so", async ({
  soundPage: page,
  modelHub: { model },
}) => {
  await openAsk(page);
  await ask(page, QUESTION);
  const answer = await model.asked();
  answer.say(`${FIRST}It costs 40 dollars. [1]\n`);
  answer.end();
  await ready(page);
  await expect(log(page).getByText("Partly answered.")).toBeVisible();
  await expect(log(page).getByText("A part of the answer could not be confirmed")).toBeVisible();
  await expect(log(page).getByText("40 dollars")).toHaveCount(0);
  await expect(panel(page).getByRole("link", { name: "Ask a person this" })).toBeVisible();
});

test("where the model fails, the articles' own words stand in", async ({ soundPage: page, modelHub: { model } }) => {
  await openAsk(page);
  await ask(page, QUESTION);
  (await model.asked()).cut();
  await ready(page);
  await expect(log(page).getByText("From the articles, word for word.")).toBeVisible();
  await expect(log(page).getByText("The answer could not be written just now.")).toBeVisible();
  await panel(page).getByRole("button", { name: "New question" }).click();
  await ask(page, QUESTION);
  const answer = await model.asked();
  answer.say(`${FIRST}It `);
  await expect(log(page).getByText(SAID)).toBeVisible();
  answer.cut();
  await ready(page);
  await expect(log(page).getByText("The answer broke off here.")).toBeVisible();
  await expect(log(page).getByText("word for word")).toHaveCount(0); // not all of it is
});
