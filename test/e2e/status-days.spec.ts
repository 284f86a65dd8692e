import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import { openDatabase } from "#db/database.ts";
import { addDays, localDate } from "#server/core/zone-time.ts";
import { keepDay, type VendorDay } from "#server/features/status/days/keep-days.ts";
import { serveHub, type ServedHub } from "#test/support/served-hub.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./support.ts";

let folder = "";
const ALL = 2 ** 24 - 1;
const today = localDate(new Date(), "Africa/Johannesburg");
const sayDay = (ago: number) =>
  new Date(addDays(today, -ago)).toLocaleDateString("en-GB", { day: "numeric", month: "long", timeZone: "UTC" });

let hub: ServedHub;
test.beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "handrail-days-"));
  hub = await serveHub({ DATA_DIR: folder });
  const db = await openDatabase(`file:${path.join(folder, "handrail.db")}`);
  const keep = async (id: string, watched: number, instead: Record<number, VendorDay["state"] | null> = {}) => {
    const url = hub.statusPages.integrations.find((each) => each.id === id)?.statusUrl;
    // an instance has an address of its own
    const read = id === "salesforce" ? `${url}/instances/EU42/status?childProducts=false` : (url ?? "");
    for (let ago = 1; ago < watched; ago++) {
      const state = ago in instead ? instead[ago] : "operational";
      if (state) await keepDay(db, { integration: id, url: read, day: addDays(today, -ago), state, hours: ALL });
    }
  };
  await keep("hubspot", 90, { 60: "degraded", 40: "down", 9: "degraded", 8: "degraded" });
  await keep("salesforce", 90);
  await keep("intercom", 48, { 20: null, 3: "maintenance" });
  await keep("servicetitan", 90, {
    89: "down",
    30: "down",
    29: "down",
    28: "down",
    27: "down",
    26: "down",
    25: "down",
  });
  await db.close();
});
test.afterAll(async () => {
  await hub.stop();
  rmSync(folder, { recursive: true, force: true });
});

const rowOf = (page: Page, name: string) => page.locator(".svc").filter({ has: page.getByRole("heading", { name }) });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("each CRM has a line of 90 days, and says in words where it is broken", async ({ soundPage: page }) => {
      await page.goto(`${hub.url}/status/`);
      if (javaScriptEnabled) await expect(page.getByText("and again while you look")).toBeVisible();
      await expect(rowOf(page, "Salesforce")).toContainText("90 days without trouble.");
      await expect(rowOf(page, "Salesforce").locator(".days g")).toHaveCount(1);
      await expect(rowOf(page, "Intercom")).toContainText(
        `47 days without trouble. Maintenance on 1 day. Not seen on 1 day. Watched since ${sayDay(47)}.`,
      );
      await expect(rowOf(page, "ServiceTitan")).toContainText("Trouble on 7 days of 90.");
      await expect(page.locator(".svcs")).not.toContainText(`${sayDay(40)}: Down.`, { useInnerText: true });
      await page.getByText("Trouble on 4 days of 90.").focus();
      await page.keyboard.press("Enter");
      const days = rowOf(page, "HubSpot").getByRole("listitem");
      await expect(days).toHaveCount(3);
      await expect(days.nth(0)).toHaveText(`${sayDay(60)}: Trouble.`);
      await expect(days.nth(1)).toHaveText(`${sayDay(40)}: Down.`);
      for (const width of [320, 390, 1600]) {
        await page.setViewportSize({ width, height: 900 });
        await expectNoSidewaysScroll(page);
      }
      if (javaScriptEnabled) await expectAccessible(page);
    });
  });
}

for (const width of [320, 1600])
  test(`the rows stay where they are when the page goes on by itself, at ${width}`, async ({ soundPage: page }) => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route("**/api/status/events?*", async (route) => {
      await held;
      await route.continue();
    });
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${hub.url}/status/`);
    const measure = async () => ({
      heights: await page.locator(".svc, .days-key").evaluateAll((all) => all.map((each) => each.clientHeight)),
      drawn: await page.locator(".svc .days").evaluateAll((all) => all.map((each) => each.innerHTML)),
    });
    const days = page.getByText("Trouble on 4 days of 90.");
    await days.click();
    const before = await measure();
    release();
    await expect(page.getByText("and again while you look")).toBeVisible();
    await expect(days).toBeFocused();
    const after = await measure();
    expect(after.heights).toEqual(before.heights);
    expect(after.drawn.map(withoutSpace)).toEqual(before.drawn.map(withoutSpace));
  });

/** The server writes its markup on several lines. */
const withoutSpace = (html: string): string => html.replaceAll(/\s+(?=<)|(?<=>)\s+/g, "");
