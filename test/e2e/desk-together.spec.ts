/** What people at the desk see of one another, of what others wrote, and of what is not for them. */
import { randomUUID } from "node:crypto";
import { openCase, sendCase } from "./send-case.ts";
import { asStaff, openAsColleague } from "./staff.ts";
import { expect, expectAccessible, makeRoom, test } from "./support.ts";

test("who has a case open sees that a colleague writes a reply or a note there, and both keep their drafts", async ({
  soundPage: page,
  request,
  browser,
}) => {
  const sent = await sendCase(request);
  await asStaff(page);
  const mara = await openAsColleague(page, browser, `Mara ${randomUUID().slice(0, 8)}`);
  for (const each of [page, mara]) await openCase(each, sent);
  const others = page.locator(".case-h").getByRole("status");
  await expect(others).toContainText("is looking at this too.");
  await page.getByLabel("Reply to").fill("Mine");
  await mara.getByLabel("Reply to").pressSequentially("Hers");
  await expect(others).toContainText(/^Mara .* is writing a reply\.$/);
  await expect(page.locator(".reply")).toContainText("is writing a reply.");
  await expect(mara.locator(".case-h").getByRole("status")).toContainText("is writing a reply.");
  await expectAccessible(page);
  await expect(page.getByLabel("Reply to")).toHaveValue("Mine");
  await expect(mara.getByLabel("Reply to")).toHaveValue("Hers");

  await mara.keyboard.press("Escape");
  await mara.keyboard.press("n");
  await mara.keyboard.type("For us");
  await expect(others).toContainText("is writing a note.");
  await expect(page.locator(".reply")).not.toContainText("is writing");
  await mara.keyboard.press("Control+Enter");
  await expect(others).toContainText("wrote a note on this");
  await expect(others).not.toContainText("is writing");
  await expect(page.getByLabel("Reply to")).toHaveValue("Mine");
  await mara.context().close();
});

test("a file goes out with the reply of who attached it, and a colleague's reply leaves it", async ({
  soundPage: page,
  request,
  browser,
}) => {
  const sent = await sendCase(request);
  await asStaff(page);
  await openCase(page, sent);
  const own = page.getByRole("list", { name: "Go out with your next reply" });
  const file = { name: "how-to.txt", mimeType: "text/plain", buffer: Buffer.from("Press here.") };
  await page.locator(".reply-files input[type=file]").setInputFiles(file);
  await expect(own).toContainText("how-to.txt");
  const mara = await openAsColleague(page, browser, `Mara ${randomUUID().slice(0, 8)}`);
  await openCase(mara, sent);
  const others = mara.getByRole("list", { name: "Wait for a colleague’s reply" });
  await expect(others).toContainText("waits for a reply of Support");
  await expectAccessible(mara);
  await mara.getByLabel("Reply to").fill("I look into it.");
  await mara.keyboard.press("Control+Enter");
  await expect(mara.locator(".thread")).toContainText("I look into it.");
  await expect(others).toContainText("how-to.txt");
  await mara.context().close();

  await expect(page.locator(".thread")).toContainText("I look into it.");
  await expect(own).toContainText("how-to.txt");
  await page.getByLabel("Reply to").fill("As in the file.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("region", { name: "Files" })).toContainText("how-to.txt");
  await expect(own).toBeHidden();
});

test("addresses in what was written can be pressed, open beside the desk, and are what they look like", async ({
  soundPage: page,
  request,
}) => {
  const message = "Look at https://example.com/a?b=1. (It was https://b\u0430nk.example/x), not javascript:alert(1).";
  const url = "/articles/integrations/connect-your-crm/?from=a";
  const sent = await sendCase(request, { message, url, trail: [] });
  await asStaff(page);
  await makeRoom(page);
  await openCase(page, sent);
  const links = page.locator(".case blockquote a");
  await expect(links).toHaveText(["https://example.com/a?b=1", "https://xn--bnk-6cd.example/x"]);
  await expect(links.first()).toHaveAttribute("href", "https://example.com/a?b=1");
  await expect(links.first()).toHaveAttribute("target", "_blank");
  await expect(links.first()).toHaveAttribute("rel", "noopener noreferrer nofollow");
  await expect(page.getByRole("link", { name: url })).toHaveAttribute("href", url);
  await expect(page.locator(".case blockquote")).toContainText(
    "(It was https://xn--bnk-6cd.example/x), not javascript:",
  );
  await expectAccessible(page);
});

test("a link to a part of the desk that one may not see says for whom it is, and where to go", async ({
  page,
  browser,
}) => {
  await asStaff(page);
  const mara = await openAsColleague(page, browser, "Mara");
  await mara.goto("/desk/?view=log");
  await expect(mara.getByRole("heading", { name: "Log", level: 1 })).toBeVisible();
  await expect(mara.getByText("This part of the desk is for admins.")).toContainText("signed in as Mara, an agent.");
  await expectAccessible(mara);
  await mara.getByRole("link", { name: "Go to Cases" }).click();
  await expect(mara.getByRole("heading", { name: "Cases", level: 2 })).toBeVisible();
  await mara.context().close();
});

test("signs in a search narrow the list, and its words stay", async ({ soundPage: page, request }) => {
  const word = `w${randomUUID().slice(0, 8)}`;
  const sent = await sendCase(request, { message: `Nothing arrives ${word}` });
  await asStaff(page);
  await page.getByLabel("Search cases").fill(`is:new owner:nobody ${word}`);
  await page.getByLabel("Search cases").press("Enter");
  await expect(page).toHaveURL(new RegExp(`state=new&owner=nobody&q=${word}`));
  await expect(page.locator("[data-row]")).toHaveCount(1);
  await expect(page.locator(`[data-row="${sent.id}"]`)).toBeVisible();
  await expect(page.getByLabel("Search cases")).toHaveValue(word);
});

test("the colleagues who may be meant by an @name come into sight, though the note ends at the foot of the window", async ({
  page,
  request,
}) => {
  const sent = await sendCase(request);
  await asStaff(page);
  await page.setViewportSize({ width: 1280, height: 220 });
  await openCase(page, sent);
  await page.keyboard.press("n");
  await expect(page.getByLabel("Note, for staff only")).toBeFocused();
  await page.keyboard.type("Please look, @Supp");
  await expect(page.getByRole("option", { name: "Support" })).toBeInViewport({ ratio: 1 });
});
