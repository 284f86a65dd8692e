import { randomUUID } from "node:crypto";
import type { Answer } from "#server/features/ask/ask.schema.ts";
import { openCase, sendCase } from "./send-case.ts";
import { ADMIN, asStaff } from "./staff.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./support.ts";

test("a case is answered with a saved reply and an article, and what the customer writes meanwhile holds it", async ({
  soundPage: page,
  request,
}) => {
  const question = "Salesforce says cannot reference converted lead. What do I do?";
  const asked = await request.post("/api/ask", { data: { question }, headers: { accept: "application/json" } });
  const { answerId } = (await asked.json()) as Answer; // the route's contract
  const at = new Date().toISOString();
  const article = "syncing/converted-lead-error";
  const receipt = await sendCase(request, {
    name: "Dana",
    message: question,
    articleId: article,
    trail: [
      {
        at,
        kind: "article",
        ref: article,
        title: "Read “Cannot reference converted lead”",
        version: "0123456789abcdef",
      },
      {
        at,
        kind: "section",
        ref: `${article}#what-the-error-means`,
        title: "Read a part",
        version: "0123456789abcdef",
      },
      { at, kind: "answer", ref: answerId, title: `Asked “${question}”: answered` },
    ],
  });
  await asStaff(page);
  const title = `Converted ${randomUUID().slice(0, 8)}`;
  await page.goto("/desk/?view=replies");
  await page.getByRole("button", { name: "Write a reply" }).click();
  await page.getByLabel("Title, by which you find it").fill(title);
  await page.getByLabel("Reply", { exact: true }).fill("Hello {{name}}, {{reference}} takes 77 days. {{agent}}");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("listitem").filter({ hasText: title })).toContainText("77 days: no article says this");
  await expectAccessible(page);

  await openCase(page, receipt);
  const trail = page.getByRole("region", { name: "What they did" });
  await expect(trail.getByText("version 01234567")).toHaveCount(1);
  await expect(trail.getByText("changed since").first()).toBeVisible();
  await expect(trail.locator(`a[href$="${article}/#what-the-error-means"]`).first()).toBeVisible();
  await expect(page.getByRole("region", { name: `The answer to “${question}”` })).toContainText("Verdict:");
  const reply = page.getByLabel("Reply to Dana");
  await reply.focus();
  await page.keyboard.press("Control+.");
  await page.keyboard.type(title.slice(0, 15));
  await expect(page.getByRole("option")).toContainText("77 days: no article says this");
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(reply).toHaveValue(`Hello Dana, ${receipt.reference} takes 77 days. ${ADMIN.name}`);
  await expect(reply).toBeFocused();
  await page.getByRole("button", { name: "Answer with this article" }).first().click();
  await expect(reply).toHaveValue(/\nhttps?:|: https?:\/\/\S+\/articles\/syncing\//);
  await expectNoSidewaysScroll(page);

  await request.post(`${receipt.receiptUrl}/reply`, {
    form: { body: "I found it myself!", once: randomUUID() },
    maxRedirects: 0,
  });
  await page.reload();
  const meanwhile = page.getByRole("alert").filter({ hasText: "Somebody wrote while you did." });
  await expect(meanwhile).toContainText("I found it myself!");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send anyway and solve" }).click();
  await expect(page.locator(".case-h")).toContainText("solved");
  await expect(reply).toHaveValue("");
  await expect(page.getByRole("button", { name: /^Undo: Answered with/ })).toBeVisible();
  await page.getByRole("button", { name: /^Undo: Answered with/ }).click();
  await expect(page.getByRole("button", { name: /^Undo: Answered with/ })).toHaveCount(0);
});

const HOSTILE = `"><img src=x onerror="window.hit=1"><script>window.hit=1</script><svg/onload=window.hit=1>{{constructor}}`;

test("hostile words in a name, a subject, a message, a trail and a note are words", async ({
  soundPage: page,
  request,
  baseURL,
}) => {
  const elsewhere: string[] = [];
  page.on("request", (sent) => {
    const { origin, pathname } = new URL(sent.url());
    if (origin !== baseURL || pathname === "/desk/x") elsewhere.push(sent.url());
  });
  const at = new Date().toISOString();
  const item = { at, ref: HOSTILE, title: HOSTILE, detail: HOSTILE };
  const kinds = ["page", "article", "section", "step", "search", "answer", "check", "trace", "diagnosis", "error"];
  const receipt = await sendCase(request, {
    name: HOSTILE.slice(0, 120),
    subject: HOSTILE.slice(0, 100),
    message: `${HOSTILE} javascript:window.hit=1`,
    trail: kinds.map((kind) => ({ ...item, kind })),
  });
  await asStaff(page);
  await openCase(page, receipt);
  await expect(page.locator("#case-h")).toContainText("<img");
  await expect(page.locator(".timeline .ev")).toHaveCount(kinds.length + 1);
  await expect(page.getByRole("heading", { name: "Cases like this" })).toBeVisible();
  await page.getByRole("button", { name: /^Note\b/ }).click();
  await page.getByLabel("Note, for staff only").pressSequentially(`@${ADMIN.name.slice(0, 3)}`);
  await expect(page.getByRole("option", { name: ADMIN.name })).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.type(HOSTILE);
  await page.getByRole("button", { name: "Keep the note" }).click();
  await expect(page.locator(".thread")).toContainText(`@${ADMIN.name} ${HOSTILE}`);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  expect(await page.evaluate(() => "hit" in window)).toBe(false);
  expect(await page.locator(".case :is(script, img, iframe)").count()).toBe(0);
  expect(elsewhere).toEqual([]);
});
