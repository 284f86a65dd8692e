import { answerFrom, ARTICLE, ask, log, openAsk, panel, ready } from "./ask-support.ts";
import { expect, test } from "./support.ts";

const QUESTION = "Which CRMs can I connect?";

test("an answer is judged, with a reason, and the judgement can be changed", async ({ soundPage: page }) => {
  const votes: unknown[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/vote")) votes.push(request.postDataJSON());
  });
  await openAsk(page);
  await ask(page, QUESTION);
  await ready(page);
  const helped = panel(page).getByRole("group", { name: "Did this answer help?" });
  await helped.getByRole("button", { name: "No" }).click();
  const reasons = panel(page).getByRole("group", { name: "What was wrong with it?" });
  await expect(reasons.getByRole("radio")).toHaveCount(5);
  await reasons.getByRole("radio", { name: "Something is missing" }).check();
  await expect(helped.getByText("Counted.")).toBeVisible();
  await expect(panel(page).getByRole("status")).toHaveText("Your answer counts");
  await page.reload();
  await expect(helped.getByRole("button", { name: "No" })).toHaveAttribute("aria-pressed", "true");
  await expect(reasons.getByRole("radio", { name: "Something is missing" })).toBeChecked();
  await helped.getByRole("button", { name: "Yes" }).click();
  await expect(reasons).toHaveCount(0);
  await expect
    .poll(() => votes)
    .toEqual([{ helped: false }, { helped: false, reason: "incomplete" }, { helped: true }]);
});

test("a judgement that does not arrive is not said to count", async ({ page }) => {
  await openAsk(page);
  await ask(page, QUESTION);
  await ready(page);
  await page.route("**/vote", (route) => route.abort());
  const helped = panel(page).getByRole("group", { name: "Did this answer help?" });
  await helped.getByRole("button", { name: "Yes" }).click();
  await expect(helped.getByText("It could not be counted. Try again.")).toBeVisible();
  await page.unroute("**/vote");
  await helped.getByRole("button", { name: "Yes" }).click();
  await expect(helped.getByText("Counted.")).toBeVisible();
});

test("Copy takes the answer with the addresses of its sources", async ({ soundPage: page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await answerFrom(page, `${ARTICLE}#five-steps`);
  await openAsk(page);
  await ask(page, QUESTION);
  await ready(page);
  await panel(page).getByRole("button", { name: "Copy" }).click();
  await expect(panel(page).getByRole("button", { name: "Copied" })).toBeVisible();
  await expect(panel(page).getByRole("status")).toHaveText("Answer copied");
  const origin = new URL(page.url()).origin;
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `${QUESTION}\n\nSo it is. [1]\n\n[1] An article › A section: ${origin}${ARTICLE}#five-steps`,
  );
});

test("where a browser gives no clipboard, Copy says what to do instead", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await openAsk(page);
  await ask(page, QUESTION);
  await ready(page);
  await panel(page).getByRole("button", { name: "Copy" }).click();
  await expect(panel(page).getByRole("button", { name: "Not copied: select the text instead" })).toBeVisible();
});

test("a person gets the question, and the answer with it, unless the reader leaves it out", async ({
  soundPage: page,
}) => {
  await answerFrom(page, ARTICLE);
  await openAsk(page);
  await ask(page, QUESTION);
  await ready(page);
  await panel(page).getByRole("link", { name: "Ask a person this" }).click();
  await expect(page.getByLabel("What is not working?")).toHaveValue(QUESTION);
  const answers = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("switch", { name: "Questions and answers" }) });
  await answers.getByText("Read them").click();
  await expect(answers).toContainText(`Asked “${QUESTION}”: answered: So it is.`);
  await answers.getByRole("button", { name: "Leave out" }).click();
  await expect(answers.getByRole("button", { name: "Put back" })).toBeVisible();
  await answers.getByRole("button", { name: "Put back" }).click();
  await page.getByLabel("Your e-mail address").fill("dana@northgate.example");
  const sent = page.waitForRequest("**/api/escalations");
  await page.getByRole("button", { name: /^Send, with/ }).click();
  const { trail } = (await sent).postDataJSON() as { trail: { kind: string; title: string; detail?: string }[] };
  expect(trail.find(({ kind }) => kind === "answer")).toMatchObject({
    title: `Asked “${QUESTION}”: answered`,
    detail: "So it is.",
  });
});

test("a second question that is handed over takes the place of the first", async ({ soundPage: page }) => {
  for (const question of [QUESTION, "Can I pay my invoice with bitcoin?"]) {
    await openAsk(page);
    await ask(page, question);
    await ready(page);
    await log(page).getByRole("link", { name: "Ask a person this" }).last().click();
    await expect(page.getByLabel("What is not working?")).toHaveValue(question);
  }
  // the server fills the question in: what is typed is a draft once the page's script is there
  await expect(page.getByRole("button", { name: /^Send, with/ })).toBeVisible();
  await page.getByLabel("What is not working?").fill("In my own words");
  await page.goto(`/contact/?question=${encodeURIComponent(QUESTION)}`);
  await expect(page.getByLabel("What is not working?")).toHaveValue("In my own words");
});
