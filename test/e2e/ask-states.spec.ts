import type { Page } from "@playwright/test";
import { ask, log, openAsk, panel, ready, refuseWith, test } from "./ask-support.ts";
import { expect, expectAccessible } from "./support.ts";

const QUESTION = "How long does the approval of my Tenant ID take?";
const FIRST = "The approval takes 1–2 business days. [1]\n";

/** The panel in a state: nothing for axe to find. SHOTS=folder keeps a picture of each, to be looked at. */
async function look(page: Page, state: string): Promise<void> {
  await test.step(state, async () => {
    await expectAccessible(page, ".ask");
    const { SHOTS } = process.env;
    const name = `${test.info().project.name} ${state}`.replaceAll(" ", "-");
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png` });
  });
}

async function begin(page: Page): Promise<void> {
  await panel(page).getByRole("button", { name: "New question" }).click();
  await ask(page, QUESTION);
}

test("every state of an answer that a model writes is accessible", async ({ page, modelHub: { model, relay } }) => {
  test.slow();
  await openAsk(page);
  await look(page, "empty");
  await ask(page, QUESTION);
  const first = await model.asked();
  await expect(log(page).getByText(/^Reading/)).toBeVisible();
  await look(page, "reading");
  first.say(`${FIRST}It `);
  await expect(log(page).getByText("1–2 business days.")).toBeVisible();
  await look(page, "streaming");
  await panel(page).getByRole("button", { name: "Stop" }).click();
  await look(page, "stopped");
  await begin(page);
  const second = await model.asked();
  second.say(FIRST);
  second.end();
  await ready(page);
  await look(page, "answered");
  await begin(page);
  const third = await model.asked();
  third.say(`${FIRST}It costs 40 dollars. [1]\n`);
  third.end();
  await ready(page);
  await look(page, "withheld");
  await begin(page);
  const fourth = await model.asked();
  fourth.say(`${FIRST}It `);
  await expect(log(page).getByText("1–2 business days.")).toBeVisible();
  fourth.cut();
  await ready(page);
  await look(page, "stood in");
  await begin(page);
  const fifth = await model.asked();
  fifth.say(`${FIRST}It `);
  await expect(log(page).getByText("1–2 business days.")).toBeVisible();
  relay.cut();
  await expect(log(page).getByRole("button", { name: "Ask it again" })).toBeVisible();
  await look(page, "cut");
});

test("every state without an answer is accessible, and so is a judgement", async ({ page, context }) => {
  test.slow();
  await openAsk(page);
  await ask(page, "Can I pay my invoice with bitcoin?");
  await ready(page);
  await panel(page).getByRole("button", { name: "No", exact: true }).click();
  await expect(log(page).getByText("Counted.")).toBeVisible();
  await look(page, "not there");
  await refuseWith(page, 429, "limited", "That was a lot in a short time. Try again in 40 seconds.");
  await begin(page);
  await expect(log(page).getByText("Try again in 40 seconds.")).toBeVisible();
  await look(page, "refused");
  await page.unroute("**/api/ask");
  await context.setOffline(true);
  await begin(page);
  await expect(log(page).getByText("You are offline.")).toBeVisible();
  await look(page, "offline");
});
