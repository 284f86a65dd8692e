import { statuspage } from "#test/fakes/status-bodies.ts";
import { serveHub, type ServedHub } from "#test/support/served-hub.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./support.ts";

/** A hub whose CRMs are in every state: HubSpot is down, Intercom has trouble, ServiceTitan's page cannot be read. */
let hub: ServedHub;
test.beforeAll(async () => {
  hub = await serveHub();
  const [outage, slow] = ["Records cannot be opened", "Messages are slow"].map((name, index) => ({
    id: `i${index}`,
    name,
    status: "investigating",
    started_at: "2026-11-20T09:00:00Z",
    incident_updates: [{ body: "The cause is being looked for." }],
  }));
  hub.statusPages.say("hubspot", statuspage({ indicator: "critical", incidents: [outage ?? {}] }));
  hub.statusPages.say("intercom", statuspage({ indicator: "minor", incidents: [slow ?? {}] }));
  hub.statusPages.break("servicetitan", "html");
});
test.afterAll(() => hub.stop());

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("the status page says how each CRM and this hub is", async ({ soundPage: page }) => {
      await page.goto(`${hub.url}/status/`);
      if (javaScriptEnabled) await expect(page.getByText("and again while you look")).toBeVisible();
      await expect(page.locator("h1")).toHaveText("One of four CRMs is fine. HubSpot is down. Intercom has trouble.");
      await expect(page.locator(".lede")).toContainText(/^\s*ServiceTitan cannot be seen just now. What each vendor/);
      const rows = page.locator(".svc");
      await expect(rows).toHaveCount(4);
      await expect(rows.filter({ hasText: "HubSpot" })).toContainText(
        /Down\. Records cannot be opened\s*Trouble on 1 day of 1\..*Down\.\s+Seen today at/s,
      );
      await expect(rows.filter({ hasText: "Salesforce" })).toContainText("Working.");
      await expect(rows.filter({ hasText: "Intercom" })).toContainText("Trouble. Messages are slow");
      await expect(rows.filter({ hasText: "ServiceTitan" })).toContainText(
        /Not known\.\s*Not seen yet\.\s*The vendor’s status page says/,
      );
      await expect(page.getByRole("heading", { name: "HubSpot: Records cannot be opened" })).toBeVisible();
      await expect(page.locator(".fact").filter({ hasText: "Mail" })).toContainText("Not set up.");
      await expectNoSidewaysScroll(page);
      if (javaScriptEnabled) await expectAccessible(page);
    });
  });
}

test("an article about a CRM in trouble says so, one about another does not", async ({ soundPage: page }) => {
  const line = page.locator("[data-island=incident]");
  await page.goto(`${hub.url}/articles/integrations/set-up-hubspot/`);
  await expect(line).toContainText("HubSpot is down. Checked at");
  await expectAccessible(page);
  const answered = page.waitForResponse("**/api/status?*");
  await page.goto(`${hub.url}/articles/integrations/set-up-salesforce/`);
  await answered;
  await expect(line).toBeHidden();
});
