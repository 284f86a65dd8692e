import { type BrowserContextOptions, type Page, request } from "@playwright/test";
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
