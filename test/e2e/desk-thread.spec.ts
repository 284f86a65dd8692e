import { randomUUID } from "node:crypto";
import { sendCase } from "./send-case.ts";
import { asStaff } from "./staff.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, makeRoom, test } from "./support.ts";

const MAIL = [
  "After the call nothing arrives:",
  "```",
  `curl https://api.example.com/v1/contacts?${"long=1&".repeat(40)}`,
  "```",
  "What now?",
  "",
  "On Friday somebody wrote:",
  "> one",
  "> two",
  ">",
  "> four",
].join("\n");

test("of a long thread the newest are read, older ones and quotes are folded, and code is code", async ({
  soundPage: page,
  request,
}) => {
  const { id } = await sendCase(request, { message: MAIL });
  await asStaff(page);
  const headers = { origin: new URL(page.url()).origin };
  for (let n = 1; n <= 17; n++)
    await page.request.post(`/api/desk/cases/${id}/notes`, {
      data: { body: `Note ${n}.`, once: randomUUID() },
      headers,
    });
  await makeRoom(page);
  await page.goto(`/desk/?case=${id}`);
  await expect(page.locator("#case-h")).toHaveText("After the call nothing arrives:");
  await expect(page.getByText("Note 17.", { exact: true })).toBeVisible();
  await expect(page.getByText("Note 8.", { exact: true })).toBeVisible();
  await expect(page.getByText("Note 7.", { exact: true })).toBeHidden();
  await page.getByText("7 older messages").click();
  await expect(page.getByText("Note 1.", { exact: true })).toBeVisible();

  const message = page.locator(".case blockquote");
  await expect(message.locator("pre")).toContainText("curl https://");
  await expect(message.getByText("> four")).toBeHidden();
  await message.getByText("4 quoted lines").click();
  await expect(message.getByText("> four")).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test("words from right to left read as they were written, and a name turns nothing round that follows", async ({
  soundPage: page,
  request,
}) => {
  const subject = "החיבור ל-HubSpot נכשל";
  const { id } = await sendCase(request, { name: "Sara \u202E evil", subject, message: `${subject} מאז אתמול` });
  await asStaff(page);
  await makeRoom(page);
  await page.goto(`/desk/?case=${id}`);
  await expect(page.locator("#case-h")).toHaveText(subject);
  /** Where the last word begins, and the first, in the text as it is drawn. */
  const drawn = (selector: string) =>
    page.locator(selector).evaluate((element) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const text = walker.nextNode() as Text;
      const leftOf = (word: string) => {
        const range = document.createRange();
        const from = text.data.indexOf(word);
        range.setStart(text, from);
        range.setEnd(text, from + word.length);
        return range.getBoundingClientRect().left;
      };
      return leftOf("נכשל") < leftOf("החיבור");
    });
  expect(await drawn("#case-h")).toBe(true);
  expect(await drawn(".case blockquote .typed")).toBe(true);
  await expect(page.locator(".case blockquote footer bdi")).toHaveText("Sara \u202E evil");
});

test("a screenshot that is pasted into a reply goes out with it, and into a note it does not", async ({
  soundPage: page,
  request,
}) => {
  const { id } = await sendCase(request, { message: "Where do I press?" });
  await asStaff(page);
  await page.goto(`/desk/?case=${id}`);
  const paste = (name: string) =>
    page.locator("#write").evaluate((field, file) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File(["ERROR 17"], file, { type: "text/plain" }));
      field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, name);
  await expect(page.getByLabel("Reply to")).toBeVisible();
  await paste("seen.txt");
  const waiting = page.getByRole("list", { name: "Go out with your next reply" });
  await expect(waiting).toContainText("seen.txt");
  await page.getByRole("button", { name: "Write a note instead" }).click();
  await expect(page.getByLabel("Note, for staff only")).toBeVisible();
  await paste("inside.txt");
  await page.getByRole("button", { name: "Keep the note" }).hover();
  await expect(waiting.getByRole("listitem")).toHaveCount(1);
});

test("of many mails about a case the newest are listed, and whatever has not arrived", async ({
  soundPage: page,
  request,
}) => {
  const { id } = await sendCase(request, { message: "Where do I press?" });
  await asStaff(page);
  await page.route(`**/api/desk/cases/${id}`, async (route) => {
    const response = await route.fetch();
    const deliveries = Array.from({ length: 12 }, (_, n) => ({
      ...{ id: `out_${n}`, kind: "email", to: `to-${n}@example.com`, attempts: 1, lastError: null, nextAt: null },
      state: n === 1 ? "dead" : "sent",
    }));
    await route.fulfill({ response, json: { ...(await response.json()), deliveries } });
  });
  await page.goto(`/desk/?case=${id}`);
  const mails = page.getByRole("region", { name: "Sent by this hub" });
  await expect(mails.getByText("to-11@example.com")).toBeVisible();
  await expect(mails.getByText("to-1@example.com: given up")).toBeVisible();
  await expect(mails.getByText("to-2@example.com")).toBeHidden();
  await mails.getByText("6 older, all sent").click();
  await expect(mails.getByText("to-2@example.com")).toBeVisible();
});
