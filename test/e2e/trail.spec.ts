import type { Page } from "@playwright/test";
import { newAddress } from "./send-case.ts";
import { asStaff } from "./staff.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./support.ts";

const ARTICLE = "/articles/integrations/connect-your-crm/";
const PHONE = { width: 390, height: 844 };
const box = (page: Page) => page.getByRole("dialog", { name: "Your trail" });
const items = (page: Page) => box(page).getByRole("listitem");
const judge = (page: Page, step: number, verdict: string) =>
  page.locator(`.step[data-number="${step}"]`).getByRole("radio", { name: verdict }).check();

type Sent = { trail: { kind: string; ref: string; title: string; version?: string }[] };

test("a trail that is kept is there in a new tab; what is removed does not travel, what is sent stands in the case", async ({
  soundPage: page,
  context,
}) => {
  await page.setViewportSize(PHONE);
  await page.goto(ARTICLE);
  await judge(page, 1, "It worked");
  await judge(page, 2, "It didn’t");
  await page.locator(".bar").getByRole("button", { name: "Your trail" }).click();
  for (const words of ["Step 2 did not work", "Step 1 worked", "Read “Connect your CRM"])
    await expect(items(page).filter({ hasText: words })).toHaveCount(1);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await box(page).getByRole("button", { name: "Keep on this device" }).click();
  await expect(box(page).getByText("Stays on this device for 14 days").first()).toBeVisible();
  await expect(box(page).getByRole("button", { name: "Do not keep it" })).toBeFocused();

  const other = await context.newPage();
  await other.goto("/contact/");
  await expect(other.getByText("1 worked, 1 did not")).toBeVisible();
  await other.getByRole("contentinfo").getByRole("button", { name: "Your trail" }).click();
  await box(other)
    .getByRole("button", { name: /^Remove Step 1 worked/ })
    .click();
  await expect(items(other).filter({ hasText: "Step 1 worked" })).toHaveCount(0);
  await expect(box(other).locator("button:focus")).toHaveAccessibleName(/^Remove Read/);
  await expect(box(other).getByRole("status")).toHaveText("Removed.");
  await other.keyboard.press("Escape");
  const address = newAddress();
  await other.getByLabel("What is not working?").fill("The window never opens.");
  await other.getByLabel("Your e-mail address").fill(address);
  const sent = other.waitForRequest("**/api/escalations");
  await other.getByRole("button", { name: /^Send/ }).click();
  const { trail } = (await sent).postDataJSON() as Sent;
  await other.waitForURL("**/receipts/**");
  expect(trail.filter(({ kind }) => kind === "step").map(({ title }) => title)).toEqual([
    expect.stringMatching(/^Step 2 did not work/),
  ]);
  const shownHash = await page.locator("article").getAttribute("data-content-hash");
  expect(trail.find(({ kind }) => kind === "article")?.version).toBe(shownHash);
  expect(trail.find(({ kind }) => kind === "step")?.version).toBe(shownHash);

  await other.setViewportSize({ width: 1600, height: 900 });
  await asStaff(other);
  await other.getByRole("link", { name: address }).click();
  const timeline = other.locator(".timeline");
  await expect(timeline.getByText("Step 2 did not work")).toBeVisible();
  await expect(timeline.getByText("Step 1 worked")).toHaveCount(0);
  // this hub has no channel: nothing could be given up
  await other.getByRole("link", { name: "Deliveries" }).click();
  await expect(other.getByText("Nothing was given up.")).toBeVisible();
  await expect(other.getByRole("row", { name: /^Slack Off\. SLACK_WEBHOOK_URL turns it on\./ })).toBeVisible();
  await expectAccessible(other);
});

test("two tabs add to one trail at once and lose nothing; cleared in one, it is gone in both", async ({
  page,
  context,
}) => {
  await page.goto(ARTICLE);
  await page.getByRole("contentinfo").getByRole("button", { name: "Your trail" }).click();
  await box(page).getByRole("button", { name: "Keep on this device" }).click();
  await page.keyboard.press("Escape");
  const other = await context.newPage();
  await other.goto(ARTICLE);
  const work = async (tab: Page, steps: number[]) => {
    for (const step of steps) {
      await judge(tab, step, "It worked");
      await expect(tab.locator(`.step[data-number="${step}"]`)).toHaveAttribute("data-state", "done");
    }
  };
  await Promise.all([work(page, [1, 3]), work(other, [2, 4])]);
  for (const tab of [page, other]) {
    await tab.reload();
    await tab.getByRole("contentinfo").getByRole("button", { name: "Your trail" }).click();
    for (const step of [1, 2, 3, 4]) await expect(items(tab).filter({ hasText: `Step ${step} worked` })).toHaveCount(1);
  }
  await box(page).getByRole("button", { name: "Clear" }).click();
  await expect(box(page).getByText(/^Empty\./)).toBeVisible();
  await other.reload();
  await other.getByRole("contentinfo").getByRole("button", { name: "Your trail" }).click();
  await expect(items(other).filter({ hasText: "Step" })).toHaveCount(0);
});
