import { randomUUID } from "node:crypto";
import type { APIRequestContext, Page } from "@playwright/test";
import { expect } from "./support.ts";

export type Sent = { id: string; reference: string };

/** Asks a person from an address of its own, unless `sent` has one. */
export async function sendCase(request: APIRequestContext, sent: object = {}): Promise<Sent> {
  const data = { email: `${randomUUID()}@example.com`, message: "Nothing arrives.", ...sent };
  const response = await request.post("/api/escalations", { data });
  expect(response.ok()).toBe(true);
  return (await response.json()) as Sent; // the route's contract
}

/** At the desk, ready to be answered. */
export async function openCase(page: Page, { id }: Sent): Promise<void> {
  await page.goto(`/desk/?case=${id}`);
  await expect(page.locator("#write")).toBeVisible();
}
