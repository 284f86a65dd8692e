import type { BrowserContextOptions, Page } from "@playwright/test";
import { expect } from "./support.ts";

export const PASSWORD = "correct horse battery";
/** Made by hub.setup.ts, before any test. */
export const ADMIN = { name: "Support", email: "support@example.com", password: PASSWORD };

type StorageState = Exclude<NonNullable<BrowserContextOptions["storageState"]>, string>;

/** Opens the desk as ADMIN, without signing in anew: sign-ins are limited. */
export async function asStaff(page: Page): Promise<void> {
  const state = JSON.parse(process.env["STAFF_STATE"] ?? "{}") as StorageState; // hub.setup.ts wrote it
  await page.context().addCookies(state.cookies);
  await page.goto("/desk/");
  await expect(page.getByRole("heading", { name: "Cases", level: 2 })).toBeVisible();
}
