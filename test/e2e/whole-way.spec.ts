/** From a step that fails to the article that is mended, and everybody told: a hub of its own, its mail, and two builds. */
import { appendFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import { startSmtp } from "#test/fakes/smtp.ts";
import { buildHub } from "#test/support/build-hub.ts";
import { copyContent } from "#test/support/copy-content.ts";
import { serveHub } from "#test/support/served-hub.ts";
import { asStaff, joinDesk } from "./staff.ts";
import { expect, expectAccessible, test as base } from "./support.ts";

const ARTICLE = "integrations/connect-your-crm";
const CUSTOMER = "dana@example.com";
const VOTER = "voter@example.com";

type Own = { hub: Awaited<ReturnType<typeof serveHub>>; mails: () => Mail[]; mend: () => void };
type Mail = { to: string; subject: string; text: string };

const test = base.extend<{ own: Own }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs
  own: async ({}, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), "handrail-way-"));
    const content = path.join(folder, "content");
    const builds = path.join(folder, "builds");
    copyContent(content, {});
    cpSync(path.resolve(import.meta.dirname, "../../builds"), builds, { recursive: true });
    const smtp = await startSmtp();
    const hub = await serveHub({ CONTENT_DIR: content, BUILDS_DIR: builds, SMTP_URL: smtp.url, SPAM_PROOF: "off" });
    await use({
      hub,
      mails: () =>
        smtp.mails.map(({ to, subject = "", text = "" }) => ({ to: [to].flat()[0]?.text ?? "", subject, text })),
      mend: () => {
        appendFileSync(
          path.join(content, "articles", `${ARTICLE}.mdx`),
          "\nA stage that was renamed has to be chosen again.\n",
        );
        buildHub(content, builds);
      },
    });
    await hub.stop();
    await smtp.stop();
    rmSync(folder, { recursive: true, force: true });
  },
  baseURL: async ({ own }, use) => use(own.hub.url),
});

const mailTo = ({ mails }: Own, to: string, subject: RegExp) =>
  expect.poll(() => mails().find((mail) => mail.to === to && subject.test(mail.subject))?.text ?? "", {
    timeout: 20_000,
  });

async function pressTo(page: Page, key: string, words: RegExp): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed++) {
    await page.keyboard.press(key);
    const focused = await page.evaluate(() => document.activeElement?.textContent ?? "");
    if (words.test(focused)) return;
  }
  throw new Error(`${String(words)} was not reached`);
}

test("a step fails, a person answers by keyboard alone, the customer is content, the article is mended and the voter told", async ({
  page,
  browser,
  own,
}) => {
  test.setTimeout(150_000);
  await page.request.post("/api/votes", {
    data: { articleId: ARTICLE, answered: false, reason: "missing", email: VOTER },
    headers: { origin: own.hub.url },
  });
  await page.goto(`/articles/${ARTICLE}/`);
  const step = page.locator('.step[data-number="2"]');
  await step.getByRole("radio", { name: "It didn’t" }).check();
  await expect(step).toHaveAttribute("data-state", "failed");
  await step.getByRole("link", { name: /hand step 2 to a person/i }).click();
  await page.getByLabel("What is not working?").fill("HubSpot refuses our login.");
  await page.getByLabel("Your e-mail address").fill(CUSTOMER);
  await page.getByRole("button", { name: /^Send/ }).click();
  await page.waitForURL("**/receipts/**");
  await expectAccessible(page);

  const desk = await (await browser.newContext({ baseURL: own.hub.url })).newPage();
  await asStaff(desk, await joinDesk(own.hub));
  await expect(desk.locator(".case-row")).toHaveCount(1);
  await desk.keyboard.press("j");
  await expect(desk.locator(".timeline")).toContainText("Step 2 did not work");
  await desk.keyboard.press("a");
  await desk.keyboard.press("r");
  await desk.keyboard.type("Please sign in as an administrator of HubSpot.");
  await pressTo(desk, "Tab", /^Send and wait/);
  await desk.keyboard.press("Enter");
  await expect(desk.locator(".thread")).toContainText("as an administrator");
  await expectAccessible(desk);

  await mailTo(own, CUSTOMER, /an answer to/).toContain("Please sign in as an administrator");
  await page.reload();
  await expect(page.getByText("Please sign in as an administrator of HubSpot.")).toBeVisible();
  await page.getByRole("textbox").fill("That was it, thank you!");
  await page.getByRole("button", { name: "Answer", exact: true }).click();
  await expect(page.getByText("That was it, thank you!")).toBeVisible();

  await expect(desk.locator(".thread")).toContainText("That was it, thank you!");
  await desk.locator("body").press("e");
  await expect(desk.locator(".case-h")).toContainText("solved");
  await page.reload();
  await expectAccessible(page);

  await pressTo(desk, "Shift+Tab", /^Articles$/);
  await desk.keyboard.press("Enter");
  await expect(desk.locator(".case-row").first()).toContainText("Connect your CRM");
  await desk.keyboard.press("j");
  await expect(desk.locator("#article-h")).toContainText("Connect your CRM");
  await pressTo(desk, "Tab", /^Fixed$/);
  await desk.keyboard.press("Enter");
  const work = desk.getByRole("region", { name: "What is done about it" });
  await expect(work).toContainText("The article has not changed since");
  await work.getByRole("button", { name: "Fixed when the next version comes" }).press("Enter");
  await expect(work).toContainText("as soon as another version is served");

  own.mend();
  await mailTo(own, VOTER, /has been mended/).toContain(`/articles/${ARTICLE}/`);
  await desk.reload();
  await expect(desk.getByRole("heading", { name: "Before and after the fix" })).toBeVisible();
  await expect(desk.getByText("too early to say").first()).toBeVisible();
  await expectAccessible(desk);
  await desk.context().close();
});
