/** What somebody presses at the desk before the hub has answered: nothing of it is lost, and nothing done to what is not there yet. */
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { openCase, sendCase } from "./send-case.ts";
import { ADMIN, asStaff } from "./staff.ts";
import { expect, expectAccessible, makeRoom, test } from "./support.ts";

/** Holds what the desk sends there until it is let go. */
async function hold(page: Page, url: RegExp, method: string): Promise<{ held: Promise<void>; letGo: () => void }> {
  const gate = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  await page.route(url, async (route) => {
    if (route.request().method() !== method) return route.fallback();
    held.resolve();
    await gate.promise;
    return route.continue();
  });
  return { held: held.promise, letGo: gate.resolve };
}

const CHANGE = /\/api\/desk\/cases\/[^/]+$/;
const FILES = /\/attachments$/;

test("undo that is pressed while a merge is on its way takes the merge back, once more where it did not get through", async ({
  page,
  request,
}) => {
  const email = `${randomUUID()}@example.com`;
  const into = await sendCase(request, { email });
  const sent = await sendCase(request, { email });
  await asStaff(page);
  await openCase(page, sent);
  await expect(page.getByRole("region", { name: "Other cases of this address" })).toContainText(into.reference);
  const merge = await hold(page, CHANGE, "PATCH");
  await page.keyboard.press("m");
  await expect(page.getByRole("radio").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await merge.held;
  await page.keyboard.press("z");
  merge.letGo();
  const outcome = page.locator(".outcome");
  await expect(outcome).toContainText("Taken back: 1 case.");
  await expect(page.locator(".case-h")).toContainText(", new,");

  await page.keyboard.press("e");
  await expect(outcome).toContainText("Solved");
  await page.route(CHANGE, (route) => (route.request().method() === "PATCH" ? route.abort() : route.fallback()));
  await page.keyboard.press("z");
  await expect(outcome).toHaveAttribute("data-failed");
  await page.unroute(CHANGE);
  await outcome.getByRole("button", { name: /^Undo/ }).click();
  await expect(outcome).toContainText("Taken back: 1 case.");
  await expect(page.locator(".case-h")).toContainText(", new,");
});

test("keys that come faster than the hub are done one after the other, to the case that was opened", async ({
  soundPage: page,
  request,
}) => {
  const sent = await sendCase(request);
  await asStaff(page);
  await openCase(page, sent);
  const change = await hold(page, CHANGE, "PATCH");
  await page.keyboard.press("e");
  await change.held;
  await page.keyboard.press("a");
  change.letGo();
  await expect(page.locator(".outcome")).toContainText(`Given to ${ADMIN.name}: ${sent.reference}.`);
  await expect(page.locator(".case-h")).toContainText(", solved,");

  // what one does after one's own reply is done to the case that was answered
  await page.keyboard.press("r");
  await page.keyboard.type("It arrives now.");
  await page.keyboard.press("Control+Enter");
  await page.keyboard.press("Escape");
  await page.keyboard.press("e");
  await expect(page.locator(".outcome")).toContainText(`Solved: ${sent.reference}.`);
});

test("names that come late change nothing of the owner that was chosen", async ({ soundPage: page, request }) => {
  const sent = await sendCase(request);
  await asStaff(page);
  await openCase(page, sent);
  const names = await hold(page, /\/api\/desk\/staff$/, "GET");
  await page.keyboard.press("o");
  await names.held;
  const owner = page.getByRole("dialog").getByRole("combobox");
  await owner.selectOption({ label: `Me, ${ADMIN.name}` });
  const come = page.waitForResponse(/\/api\/desk\/staff$/);
  names.letGo();
  await (await come).finished();
  await expect(owner).not.toHaveValue("");
  await owner.press("Enter");
  await expect(page.locator(".outcome")).toContainText(`Given to ${ADMIN.name}: ${sent.reference}.`);
});

/** Lets a file go over that part of the page. */
async function drop(page: Page, onto: string, name: string, type = "dragover"): Promise<void> {
  const dataTransfer = await page.evaluateHandle((file) => {
    const data = new DataTransfer();
    data.items.add(new File(["a line"], file, { type: "text/plain" }));
    return data;
  }, name);
  await page.dispatchEvent(onto, type, { dataTransfer });
  if (type === "dragover") await page.dispatchEvent(onto, "drop", { dataTransfer });
}

test("files that are dropped onto a case go out with the reply that is sent right after; one that did not arrive holds it", async ({
  page,
  request,
}) => {
  const sent = await sendCase(request);
  await asStaff(page);
  await makeRoom(page);
  await openCase(page, sent);
  const files = await hold(page, FILES, "POST");
  await page.getByLabel("Reply to").fill("Look at the two files.");
  await drop(page, ".case blockquote", "first.txt");
  await drop(page, "#write", "second.txt");
  await files.held;
  await page.getByLabel("Reply to").press("Control+Enter");
  files.letGo();
  await expect(page.locator(".outcome")).toContainText(`Answered: ${sent.reference}.`);
  const list = page.getByRole("region", { name: "Files" }).getByRole("listitem");
  await expect(list).toHaveText([/first.txt.*sent by support/, /second.txt.*sent by support/]);
  await expect(page.getByText("goes out with your next reply")).toBeHidden();

  await page.unroute(FILES);
  const refused = { status: 507, json: { detail: "The disk is full. Try again later.", code: "storage_full" } };
  await page.route(FILES, (route) => route.fulfill(refused));
  await page.getByLabel("Reply to").fill("And a third one.");
  await drop(page, "#write", "third.txt");
  await expect(page.getByText("The disk is full.")).toBeVisible();
  await page.getByLabel("Reply to").press("Control+Enter");
  await expect(page.locator(".reply")).toContainText("Not sent yet, since a file did not arrive. The disk is full.");
  await expect(page.getByLabel("Reply to")).toHaveValue("And a third one.");

  await drop(page, ".case-side", "fourth.txt", "dragenter");
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(["a line"], "held.txt"));
    document.querySelector("#write")?.dispatchEvent(new DragEvent("dragover", { dataTransfer: data, bubbles: true }));
  });
  await expect(page.getByText("Let go: they go out with the reply.")).toBeVisible();
  await expectAccessible(page);
});
