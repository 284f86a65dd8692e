/** A hub of its own with an emulator of each CRM, and the ways through the setup. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import { startHubSpot } from "#test/fakes/crm/hubspot.ts";
import { startIntercom } from "#test/fakes/crm/intercom.ts";
import { startSalesforce } from "#test/fakes/crm/salesforce.ts";
import { startServiceTitan } from "#test/fakes/crm/servicetitan.ts";
import { copyContent } from "#test/support/copy-content.ts";
import { signToken } from "#test/support/customer.ts";
import { PRODUCT_SECRET } from "#test/support/hub.ts";
import { serveHub } from "#test/support/served-hub.ts";
import { expect, test as base } from "./support.ts";

export type Live = Awaited<ReturnType<typeof openLive>>;

async function openLive() {
  const folder = mkdtempSync(path.join(tmpdir(), "handrail-live-"));
  const crms = {
    hubspot: await startHubSpot(),
    salesforce: await startSalesforce(),
    intercom: await startIntercom(),
    servicetitan: await startServiceTitan(),
  };
  const integrations = Object.entries(crms).map(([id, { url }]) => ({ id, apiBase: url, authBase: url }));
  copyContent(folder, { integrations });
  const { hubspot, salesforce, intercom, servicetitan } = crms;
  const hub = await serveHub({
    CONTENT_DIR: folder,
    WORKSPACE_JWT_SECRET: PRODUCT_SECRET,
    HUBSPOT_CLIENT_ID: hubspot.oauth.clientId,
    HUBSPOT_CLIENT_SECRET: hubspot.oauth.clientSecret,
    SALESFORCE_CLIENT_ID: salesforce.oauth.clientId,
    SALESFORCE_CLIENT_SECRET: salesforce.oauth.clientSecret,
    INTERCOM_CLIENT_ID: intercom.clientId,
    INTERCOM_CLIENT_SECRET: intercom.clientSecret,
    SERVICETITAN_APP_KEY: servicetitan.data.appKey,
    SPAM_PROOF: "off",
  });
  const close = async () => {
    await hub.stop();
    await Promise.all(Object.values(crms).map((crm) => crm.close()));
    rmSync(folder, { recursive: true, force: true });
  };
  return { hub, ...crms, close };
}

export const test = base.extend<object, { live: Live }>({
  live: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const live = await openLive();
      await use(live);
      await live.close();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ live }, use) => use(live.hub.url),
});
export const stage = (page: Page, id: string) => page.locator(`[data-stage=${id}]`);
export const isDone = (page: Page, id: string) => expect(stage(page, id)).toHaveAttribute("data-state", "done");

/** By the link that the product gives; its token is out of the address at once. */
export async function comeFromProduct(
  page: Page,
  { hub }: Live,
  integration: string,
  workspace: string,
): Promise<void> {
  const token = await signToken({ publicUrl: hub.url }, { workspace });
  await page.goto(`/setup/${integration}/#token=${token}`);
  await expect(page.getByText("Signed in as ada@example.com")).toBeVisible();
  expect(page.url()).not.toContain("token");
}

export async function signInAtCrm(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: `Begin with ${name}` }).click();
  await page.getByRole("button", { name: `Connect ${name}` }).click();
  await isDone(page, "connect");
}

/** Takes what is proposed, and the first of every choice. */
async function fillHalf(page: Page, id: "referrers" | "leads", policy: string | null): Promise<void> {
  const half = stage(page, id);
  const kind = half.getByRole("group", { name: /becomes in/ }).getByRole("radio");
  if ((await kind.count()) > 0) await kind.first().check();
  const pipeline = half.locator(`#${id}-pipeline`);
  await expect(half.locator(`#${id}-stage`)).toBeVisible();
  if ((await pipeline.count()) > 0) await pipeline.selectOption({ index: 1 });
  await half.locator(`#${id}-stage`).selectOption({ index: 1 });
  const accept = half.getByRole("button", { name: /^accept (?:all|it)/i });
  if ((await accept.count()) > 0) await accept.click();
  if (policy) await half.getByRole("radio", { name: policy }).check();
  await isDone(page, id);
}

export async function setUp(page: Page, policy: string | null): Promise<void> {
  await page.goto(page.url().replace(/[?#].*/, "#referrers"));
  await fillHalf(page, "referrers", policy && "Update");
  await page.getByRole("button", { name: "Go on to leads" }).click();
  await fillHalf(page, "leads", policy);
  await page.getByRole("button", { name: "Go on to qualify" }).click();
  const qualify = stage(page, "qualify");
  if ((await qualify.locator("#qualify-pipeline").count()) > 0)
    await qualify.locator("#qualify-pipeline").selectOption({ index: 1 });
  await qualify
    .locator("#qualify-stage")
    .selectOption({ index: -1 + (await qualify.locator("#qualify-stage option").count()) });
  await page.getByRole("button", { name: "Save and make it live" }).click();
  await isDone(page, "qualify");
}

/** Every fact is as it should be, or at most something to know. */
export async function checkAll(page: Page): Promise<void> {
  await page.goto(page.url().replace(/[?#].*/, "#check"));
  await page.getByRole("button", { name: /^Check (?:now|again)$/ }).click();
  await expect(page.getByText(/facts? (?:is|are) as (?:it|they) should be/).first()).toBeVisible();
  await expect(page.locator(".fact.is-failed")).toHaveCount(0);
  await isDone(page, "check");
}

export async function trace(page: Page, email: string, as: string): Promise<void> {
  await page.getByRole("radio", { name: as }).check();
  await page.getByLabel("Their e-mail address").fill(email);
  await page.getByRole("button", { name: "Trace", exact: true }).click();
}
