import { randomUUID } from "node:crypto";
import { type Browser, type BrowserContextOptions, type Page, request } from "@playwright/test";
import type { ServedHub } from "#test/support/served-hub.ts";
import { expect } from "./support.ts";

export const PASSWORD = "correct horse battery";
/** Made by hub.setup.ts, before any test. */
export const ADMIN = { name: "Support", email: "support@example.com", password: PASSWORD };

type StorageState = Exclude<NonNullable<BrowserContextOptions["storageState"]>, string>;

/** Makes ADMIN a desk account by the one-time link, which is used up. Returns the session, as Playwright keeps one. */
export async function joinDesk({ url, deskLink }: ServedHub): Promise<string> {
  const browser = await request.newContext({ baseURL: url });
  const token = new URL(deskLink).searchParams.get("token");
  const response = await browser.post("/api/desk/join", { data: { token, ...ADMIN } });
  if (!response.ok()) throw new Error(`No desk account: ${response.status()} ${await response.text()}`);
  return JSON.stringify(await browser.storageState());
}

/** Opens the desk as ADMIN, without signing in anew: sign-ins are limited. `session`: of a hub of one's own. */
export async function asStaff(page: Page, session = process.env["STAFF_STATE"] ?? "{}"): Promise<void> {
  const state = JSON.parse(session) as StorageState; // joinDesk wrote it
  await page.context().addCookies(state.cookies);
  await page.goto("/desk/");
  await expect(page.getByRole("heading", { name: "Cases", level: 2 })).toBeVisible();
}

/** Another agent, signed in, in a browser of their own. */
export async function openAsColleague(admin: Page, browser: Browser, name: string): Promise<Page> {
  const headers = { origin: new URL(admin.url()).origin };
  const invited = await admin.request.post("/api/desk/invites", {
    data: { email: `${randomUUID()}@example.com`, role: "agent" },
    headers,
  });
  const { link } = (await invited.json()) as { link: string }; // the route's contract, where the hub sends no mail
  const page = await (await browser.newContext()).newPage();
  await page.goto(link);
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page.getByRole("heading", { name: "Cases", level: 2 })).toBeVisible();
  return page;
}
