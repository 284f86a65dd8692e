import { expect, expectAccessible, test } from "./support.ts";

const ARTICLE = "/articles/qualifying/six-ways-to-qualify/";

test("a vote counts at once, takes a reason, and can be changed", async ({ soundPage: page }) => {
  await page.goto(ARTICLE);
  const form = page.locator("form[data-feedback]");
  await form.getByRole("radio", { name: "No", exact: true }).check();
  await expect(form.getByText("Counted.")).toBeVisible();
  await expect(form.getByRole("link", { name: "Talk to a person now" })).toBeVisible();
  await form.getByRole("radio", { name: "Something is missing" }).check();
  await form.getByLabel("What did you hope to find?").fill("How to qualify by hand.");
  await form.getByLabel("Tell me when it is fixed").fill("reader@example.com");
  await expectAccessible(page);
  const sent = page.waitForRequest((request) => request.postDataJSON()?.comment !== undefined);
  await form.getByRole("button", { name: "Send" }).click();
  expect((await sent).postDataJSON()).toEqual({
    articleId: "qualifying/six-ways-to-qualify",
    answered: false,
    reason: "missing",
    comment: "How to qualify by hand.",
    email: "reader@example.com",
  });
  await expect(form.getByText("We write to reader@example.com when it is fixed.")).toBeVisible();
  await form.getByRole("radio", { name: "Yes", exact: true }).check();
  await expect(form.getByText("Changed.")).toBeVisible();
});

test("a vote without a connection says so, and counts when there is one", async ({ page, context }) => {
  await page.goto(ARTICLE);
  const form = page.locator("form[data-feedback]");
  await form.getByRole("radio", { name: "Yes", exact: true }).hover(); // the script for votes comes with interest in them
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  await form.getByRole("radio", { name: "Yes", exact: true }).check();
  await expect(form.getByText("Not counted.")).toBeVisible();
  // its mark is there, though nothing can be fetched
  await expect
    .poll(() => form.locator("[data-says] .mark").evaluate((mark: SVGSVGElement) => mark.getBBox().width))
    .toBeGreaterThan(0);
  await expectAccessible(page);
  await context.setOffline(false);
  await expect(form.getByText("Counted.", { exact: true })).toBeVisible();
});

test("a vote that failed more than once is sent once when there is a connection", async ({ page, context }) => {
  await page.goto(ARTICLE);
  const form = page.locator("form[data-feedback]");
  await form.getByRole("radio", { name: "Yes", exact: true }).hover();
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  await form.getByRole("radio", { name: "Yes", exact: true }).check();
  for (let failed = 0; failed < 3; failed++) {
    const again = page.waitForEvent("requestfailed", (request) => request.url().endsWith("/votes"));
    await form.getByRole("button", { name: "Try now" }).click();
    await again;
    await expect(form.getByText("Not counted.")).toBeVisible();
  }
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/votes")) sent.push(request.url());
  });
  await context.setOffline(false);
  await expect(form.getByText("Counted.", { exact: true })).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(sent).toHaveLength(1);
});

test("words and an address are sent by Send alone, and only with the answer that they stand with", async ({ page }) => {
  const sent: unknown[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/votes")) sent.push(request.postDataJSON());
  });
  await page.goto(ARTICLE);
  const form = page.locator("form[data-feedback]");
  await form.getByRole("radio", { name: "No", exact: true }).check();
  await expect(form.getByText("Counted.")).toBeVisible();
  await form.getByLabel("What did you hope to find?").fill("How to");
  await form.getByLabel("Tell me when it is fixed").fill("anna@");
  await form.getByRole("radio", { name: "Something is missing" }).check();
  await expect.poll(() => sent.length).toBe(2);
  await expect(form.getByText("Counted.")).toBeVisible();
  await form.getByRole("radio", { name: "Yes", exact: true }).check();
  await expect(form.getByText("Changed.", { exact: true })).toBeVisible();
  await form.getByRole("button", { name: "Send" }).click();
  await expect.poll(() => sent.length).toBe(4);
  const articleId = "qualifying/six-ways-to-qualify";
  expect(sent).toEqual([
    { articleId, answered: false },
    { articleId, answered: false, reason: "missing" },
    { articleId, answered: true },
    { articleId, answered: true },
  ]);
});
