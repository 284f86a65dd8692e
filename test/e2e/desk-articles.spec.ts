import { randomUUID } from "node:crypto";
import { sendCase } from "./send-case.ts";
import { asStaff } from "./staff.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, makeRoom, test } from "./support.ts";

/** One a look, for looks run beside each other on one hub. */
const ARTICLES: Record<string, { id: string; title: string }> = {
  "wide light": { id: "syncing/map-contact-fields", title: "Map contact fields" },
  "wide dark": { id: "syncing/referrers-and-leads-tabs", title: "Why there are two tabs" },
  "tablet light": { id: "qualifying/qualify-by-deal-stage", title: "by the stage of a deal" },
  "tablet dark": { id: "this-hub/is-my-crm-down", title: "Is it me" },
  "phone light": { id: "learn/choose-the-stage-that-counts", title: "Choose the stage" },
  "phone dark": { id: "learn/decide-who-owns-a-contact", title: "Decide who owns" },
};

test("a weak article is found by keyboard, shows how we know, and waits for the version that fixes it", async ({
  soundPage: page,
  request,
}, { project }) => {
  const article = ARTICLES[project.name] ?? { id: "syncing/crm-error-messages", title: "error message means" };
  const comment = `The second step is not there. ${randomUUID()}`;
  await request.post("/api/votes", { data: { articleId: article.id, answered: false, reason: "missing", comment } });
  await asStaff(page);
  await page.getByRole("navigation", { name: "Desk" }).getByRole("link", { name: "Articles" }).click();
  await expect(page.getByRole("heading", { name: "Articles", level: 2 })).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type(article.title);
  await page.keyboard.press("Enter");
  const row = page.locator(".case-row");
  await expect(row).toHaveCount(1);
  await expect(row).toContainText(/\d No of \d/);
  await row.focus();
  await page.keyboard.press("j");
  await expect(page.locator("#article-h")).toContainText(article.title);
  await expect(page.getByRole("region", { name: "What voters said" })).toContainText(comment);
  await page.getByText("How this is counted").click();
  await expect(page.getByText("Wilson’s 95% interval")).toBeVisible();
  await page.getByText("The numbers").click();
  await expect(page.getByRole("table").last().getByRole("row")).toHaveCount(13);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  const work = page.getByRole("region", { name: "What is done about it" });
  await work.getByRole("button", { name: "Work on it" }).click();
  await expect(work).toContainText("Support");
  await work.getByRole("button", { name: "Fixed" }).click();
  // the hub began to serve it minutes ago: before midnight, when this comes after it
  await expect(work).toContainText(/The article has not changed since it was first served (?:today|yesterday)/);
  await work.getByRole("button", { name: "Fixed when the next version comes" }).click();
  await expect(work).toContainText("It counts as fixed as soon as another version is served.");
  await page.getByLabel("Note, for staff only").fill("Renamed stages are missing.");
  await page.getByRole("button", { name: "Keep the note" }).click();
  await expect(page.getByRole("button", { name: "Keep the note" })).toBeDisabled();
  await page.reload();
  await expect(page.getByLabel("Note, for staff only")).toHaveValue("Renamed stages are missing.");
  await makeRoom(page); // the lists stand beside
  await page.getByRole("link", { name: /^In work/ }).click();
  await expect(page.locator(".case-row").first()).toContainText("in work, Support");
  await expectAccessible(page);
});

test("a case leads to its article, and of two people the second sees what the first did", async ({ page, request }) => {
  const message = `Nothing arrives ${randomUUID()}`;
  const articleId = "syncing/servicetitan-bookings-fail";
  await sendCase(request, { message, articleId });
  await asStaff(page);
  await page.getByRole("link", { name: new RegExp(message) }).click();
  await page.getByRole("link", { name: "how it does" }).click();
  await expect(page.locator("#article-h")).toContainText("ServiceTitan bookings fail");
  await expect(page.getByRole("region", { name: "Cases" })).toContainText(message.slice(0, 20));
  const work = page.getByRole("region", { name: "What is done about it" });
  await expect(work).toContainText("nobody yet");

  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByRole("button", { name: "Work on it" }).click();
  await expect(other.getByRole("region", { name: "What is done about it" })).toContainText("in work");
  await work.getByRole("button", { name: "Dismiss" }).click();
  await expect(page.getByRole("alert")).toContainText("Somebody else changed this meanwhile.");
  await expect(work).toContainText("in work");
  await work.getByRole("button", { name: "Put it back" }).click();
  await expect(work).toContainText("nobody yet");
});
