import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { openCase, sendCase } from "../send-case.ts";
import { asStaff, openAsColleague } from "../staff.ts";
import { expect, makeRoom } from "../support.ts";
import type { View } from "./views.ts";

/** What an agent meets. The desk speaks English alone: it is in no pseudo-locale. */
export const DESK: View[] = [
  { name: "the desk with what is unsolved", open: openUnsolved },
  { name: "the desk’s search with its signs", open: openSigns },
  { name: "a case with a link, a file that is held over it, and a colleague who writes", open: openBusyCase },
  { name: "a part of the desk that is closed", open: openClosed },
];

async function openUnsolved(page: Page): Promise<void> {
  await sendCase(page.request, { message: "Nothing arrives." });
  await asStaff(page);
  await expect(page.locator("[data-row]").first()).toBeVisible();
}

async function openSigns(page: Page): Promise<void> {
  await openUnsolved(page);
  await page.keyboard.press("/");
  await expect(page.getByText("These narrow it:")).toBeVisible();
}

async function openBusyCase(page: Page): Promise<void> {
  const link = `https://shop.example.com/${"a-long-way/".repeat(12)}?id=${randomUUID()}`;
  const sent = await sendCase(page.request, { message: `Look at ${link} please.` });
  await asStaff(page);
  await makeRoom(page);
  const mara = await openColleague(page);
  await openCase(page, sent);
  await openCase(mara, sent);
  await mara.getByLabel("Reply to").pressSequentially("Hers");
  await expect(page.locator(".reply")).toContainText("is writing a reply.");
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(["a line"], "held.txt"));
    document.querySelector("#write")?.dispatchEvent(new DragEvent("dragover", { dataTransfer: data, bubbles: true }));
  });
  await expect(page.getByText("Let go: they go out with the reply.")).toBeVisible();
}

/** An agent opens what is for admins. */
async function openClosed(page: Page): Promise<void> {
  await asStaff(page);
  const mara = await openColleague(page);
  await page.context().clearCookies();
  await page.context().addCookies(await mara.context().cookies());
  await page.goto("/desk/?view=log");
  await expect(page.getByText("This part of the desk is for admins.")).toBeVisible();
}

/** In a context of her own. It is open for as long as the browser: closed beside the page, it would outlive its test. */
async function openColleague(page: Page): Promise<Page> {
  const browser = page.context().browser();
  if (!browser) throw new Error("A page of a test has a browser.");
  return openAsColleague(page, browser, `Mara ${randomUUID().slice(0, 8)}`);
}
