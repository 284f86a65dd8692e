import { randomInt, randomUUID } from "node:crypto";
import type { APIRequestContext, Page } from "@playwright/test";
import { expect } from "./support.ts";

export type Sent = { id: string; reference: string; receiptUrl: string };

/** A word that nothing else has, as lists and searches find it. */
export const newWord = (): string => `w${randomUUID().replaceAll("-", "").slice(0, 10)}`;
/** An address that nobody else has. */
export const newAddress = (): string => `${randomUUID()}@example.com`;

/** Asks a person, from an address of its own unless `sent` has one, and a network of its own: the hub takes few from each. */
export async function sendCase(request: APIRequestContext, sent: object = {}): Promise<Sent> {
  const data = { email: newAddress(), message: "Nothing arrives.", ...sent };
  const headers = { "x-forwarded-for": ["203", randomInt(256), randomInt(256), randomInt(256)].join(".") };
  const response = await request.post("/api/escalations", { data, headers });
  expect(response.ok()).toBe(true);
  return (await response.json()) as Sent; // the route's contract
}

/** At the desk, ready to be answered. */
export async function openCase(page: Page, { id }: Sent): Promise<void> {
  await page.goto(`/desk/?case=${id}`);
  await expect(page.locator("#write")).toBeVisible();
}
