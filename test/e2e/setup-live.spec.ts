import type { Page } from "@playwright/test";
import { makeContact } from "#test/fakes/crm/hubspot-records.ts";
import { makeConvertedLead } from "#test/fakes/crm/salesforce-records.ts";
import {
  checkAll,
  comeFromProduct,
  isDone,
  type Live,
  setUp,
  signInAtCrm,
  stage,
  test,
  trace,
} from "./setup-live-support.ts";
import { asStaff, joinDesk } from "./staff.ts";
import { expect, expectAccessible } from "./support.ts";

test("HubSpot: from nothing to a green check; somebody who is there already would be skipped", async ({
  soundPage: page,
  live,
}) => {
  live.hubspot.data.contacts.push(...Array.from({ length: 1204 }, (_, at) => makeContact(`${at}@example.com`)));
  await comeFromProduct(page, live, "hubspot", "acme");
  await signInAtCrm(page, "HubSpot");
  await setUp(page, "Do nothing");
  await readWhomItIsAbout(page);
  await checkAll(page);
  await expectAccessible(page);
  live.hubspot.data.contacts.push(makeContact("known@example.com"));
  await trace(page, "known@example.com", "As a lead");
  await expect(page.locator(".traced")).toContainText("never qualify");
  await trace(page, "new@example.com", "As a lead");
  await expect(page.locator(".traced")).toContainText("Would be created");
  await expectAccessible(page);
  await readInGerman(page);
});

test("Salesforce: a converted lead would probably fail; a sign-in that was taken back is made again", async ({
  page,
  live,
}) => {
  await comeFromProduct(page, live, "salesforce", "acme");
  await signInAtCrm(page, "Salesforce");
  await setUp(page, "Update");
  await checkAll(page);
  live.salesforce.data.leads.push(makeConvertedLead());
  await trace(page, "grace@example.com", "As a lead");
  await expect(page.locator(".traced")).toContainText("cannot reference converted lead");
  await expect(page.locator(".traced")).toContainText("9 March 2026");
  // an administrator takes the access back
  live.salesforce.oauth.sessions.clear();
  live.salesforce.oauth.refreshTokens.clear();
  await page.getByRole("button", { name: "Check again" }).click();
  await expect(page.locator(".fact.is-failed").first()).toBeVisible();
  await page.reload();
  await page.getByRole("link", { name: "Open Connect" }).click();
  await page.getByRole("button", { name: "Connect Salesforce again" }).click();
  await isDone(page, "connect");
  await checkAll(page);
});

test("ServiceTitan: the Tenant ID is approved at the desk, then three values connect it", async ({
  page,
  browser,
  live,
}) => {
  const { tenantId, clientId, clientSecret, bookingProviders } = live.servicetitan.data;
  await comeFromProduct(page, live, "servicetitan", "acme");
  await page.getByRole("button", { name: "Begin with ServiceTitan" }).click();
  await page.getByLabel("Tenant ID", { exact: false }).fill(tenantId);
  await page.getByRole("button", { name: "Send the Tenant ID" }).click();
  await expect(stage(page, "connect")).toContainText("1–2 business days");
  await expectAccessible(page);
  const desk = await browser.newPage({ baseURL: live.hub.url });
  await approveAtDesk(desk, live);
  await desk.close();
  await page.reload();
  await page.getByLabel("Client ID").fill(clientId);
  await page.getByLabel("Client Secret").fill("a wrong one");
  await page.getByLabel("Booking Provider Value").fill(bookingProviders[0] ?? "");
  const submit = stage(page, "connect").getByRole("button", { name: /^Check|^Connect/ });
  await submit.click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await page.getByLabel("Client Secret").fill(clientSecret);
  await submit.click();
  await isDone(page, "connect");
  await setUp(page, null);
  await checkAll(page);
});

/** How many people the choice is about, as the CRM counts them, in the language of the page. */
async function readWhomItIsAbout(page: Page): Promise<void> {
  await page.goto("/setup/hubspot/#leads");
  await expect(stage(page, "leads")).toContainText("HubSpot shows us 1,204 contacts now.");
  await page.goto("/de/setup/hubspot/#leads");
  await expect(stage(page, "leads")).toContainText("HubSpot zeigt uns jetzt 1.204 Kontakte.");
  await page.goto("/setup/hubspot/#check");
}

/** The same connection on a German page: what was checked in English, a check, and a trace. */
async function readInGerman(page: Page): Promise<void> {
  await page.goto("/de/setup/hubspot/#check");
  const signedIn = page.locator(".fact").filter({ hasText: "Angemeldet." });
  await expect(signedIn).toContainText("HubSpot lässt diesen Hub hinein.");
  await page.getByRole("button", { name: "Noch einmal prüfen" }).click();
  await expect(page.getByText(/Punkten? (?:ist|sind), wie (?:er|sie) sein soll/).first()).toBeVisible();
  await expect(page.locator(".fact").filter({ hasText: "Leads: vorhandene Kontakte" })).toContainText("„Do nothing“");
  await expect(page.locator(".facts")).not.toContainText(/ is | are | the /);
  await page.getByLabel("E-Mail-Adresse der Person").fill("known@example.com");
  await page.getByRole("button", { name: "Nachverfolgen", exact: true }).click();
  await expect(page.locator(".traced")).toContainText("Übergangen: HubSpot hat diese Person schon");
  await expect(page.locator(".traced")).not.toContainText(/ is | are | the /);
  await expectAccessible(page);
}

async function approveAtDesk(desk: Page, { hub }: Live): Promise<void> {
  await asStaff(desk, await joinDesk(hub));
  await desk.getByRole("navigation", { name: "Desk" }).getByRole("link", { name: "Connections" }).click();
  await desk.getByRole("link", { name: /^Waiting for a decision/ }).click();
  await desk.locator(".case-row").first().click();
  await desk.getByRole("button", { name: "Approve", exact: true }).click();
  await desk.getByRole("button", { name: "Approve and send" }).click();
  // it is there until the server has answered, and closing the page would take the call back
  await expect(desk.getByRole("heading", { name: "A Tenant ID waits for you" })).toHaveCount(0);
}
