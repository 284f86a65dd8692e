import type { Page } from "@playwright/test";
import { sendCase } from "../send-case.ts";
import { expect } from "../support.ts";

export type View = { name: string; open: (page: Page) => Promise<void> };

const ARTICLE = "/articles/integrations/connect-your-crm/";
/** A page that did not come would have nothing that is wrong. */
async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator("h1")).toHaveCount(1);
}
const at = (name: string, path: string): View => ({ name, open: (page) => goTo(page, path) });

/** What a reader meets, one of each kind. */
export const PAGES: View[] = [
  at("home", "/"),
  at("topic", "/topics/integrations/"),
  at("article", ARTICLE),
  at("troubleshooting", "/articles/syncing/contacts-not-syncing/"),
  at("learn", "/learn/decide-who-owns-a-contact/"),
  { name: "status", open: openStatus },
  at("setup", "/setup/hubspot/"),
  at("contact", "/contact/"),
  { name: "receipt", open: openReceipt },
  at("search", "/search/?q=contacts+not+syncing"),
  at("answer", "/ask/?q=How+do+I+connect+HubSpot"),
  at("not found", "/articles/integrations/conect-your-crm/"),
];

/** What opens on them, and what they say when something went wrong. */
export const STATES: View[] = [
  { name: "a step that failed", open: failStep },
  { name: "search with results", open: (page) => search(page, "contacts not syncing") },
  { name: "search without", open: (page) => search(page, "xylophone") },
  { name: "the panel with an answer", open: askInPanel },
  { name: "a form with mistakes", open: sendNothing },
  { name: "the trail", open: openTrail },
];

async function openStatus(page: Page): Promise<void> {
  await goTo(page, "/status/");
  await expect(page.locator("#Status .svcs li").first()).toBeVisible();
}

async function openReceipt(page: Page): Promise<void> {
  const message = "New referrers stopped reaching the CRM this week, and nothing says why.";
  const { receiptUrl } = await sendCase(page.request, { message });
  await goTo(page, new URL(receiptUrl).pathname);
}

async function failStep(page: Page): Promise<void> {
  await goTo(page, ARTICLE);
  await page.locator(".judge input[value=yes]").first().check();
  await page.locator(".judge input[value=no]").nth(1).check();
  await page.locator("[data-feedback] input[value=no]").first().check();
  await expect(page.locator(".mend").nth(1)).toBeVisible();
}

async function search(page: Page, words: string): Promise<void> {
  await goTo(page, "/learn/");
  // an index that is late leaves the field to the server's results, which look otherwise
  const index = page.waitForResponse("**/pagefind/wasm.*");
  await page.keyboard.press("Control+k");
  await index;
  await page.getByRole("combobox", { name: "Search" }).fill(words);
  await expect(page.locator("#find-hits .hit, .nothing").first()).toBeVisible();
  await page.waitForLoadState("networkidle"); // the server's hits join the browser's
}

async function askInPanel(page: Page): Promise<void> {
  await goTo(page, ARTICLE);
  await page.keyboard.press("Control+i");
  await page.locator("#ask-q").fill("How long does the approval of my Tenant ID take?");
  await page.keyboard.press("Enter");
  await expect(page.locator(".ask .srcs li").first()).toBeVisible();
}

async function sendNothing(page: Page): Promise<void> {
  await goTo(page, "/contact/");
  await expect(page.locator("form[data-contact] button[type=submit]")).toHaveText(/with/);
  await page.locator("form[data-contact] button[type=submit]").click();
  await expect(page.locator(".err").first()).toBeVisible();
}

async function openTrail(page: Page): Promise<void> {
  await failStep(page);
  await page.getByRole("contentinfo").getByRole("button", { name: "Your trail" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
}
