import type { Page, Request } from "@playwright/test";
import type { HubStatus } from "#server/features/status/status.schema.ts";
import { eventStream } from "./event-stream.ts";
import { expect, expectAccessible, test } from "./support.ts";

const isStream = (request: Request): boolean => new URL(request.url()).pathname.endsWith("/events");

/** What the hub says, with ServiceTitan in trouble. */
async function withTrouble(page: Page): Promise<HubStatus> {
  const status = (await (await page.request.get("/api/status")).json()) as HubStatus;
  const vendor = status.integrations.find(({ id }) => id === "servicetitan")?.vendor;
  if (!vendor) throw new Error("No ServiceTitan in this hub");
  vendor.state = "degraded";
  vendor.watched = true;
  vendor.incidents = [
    {
      id: "1",
      title: "Bookings arrive late",
      state: "monitoring",
      startedAt: status.checkedAt,
      url: null,
      update: "It is being mended.",
    },
  ];
  return status;
}

test("the status page says how each CRM is, in its title too", async ({ soundPage: page }) => {
  await page.goto("/status/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("All four CRMs are fine.");
  await expect(page.locator(".svc").filter({ hasText: "HubSpot" })).toContainText("Working.");
  await expect(page.getByText(/^Checked at \d\d:\d\d/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "This hub" })).toBeVisible();
  await expectAccessible(page);
});

test("only a page that is looked at holds a connection", async ({ page }) => {
  const open = new Set<string>();
  page.on("request", (request) => isStream(request) && open.add("events"));
  page.on("requestfailed", (request) => isStream(request) && open.delete("events"));
  await page.goto("/status/");
  await expect.poll(() => open.size).toBe(1);
  const show = (state: "hidden" | "visible") =>
    page.evaluate((value) => {
      Object.defineProperty(document, "visibilityState", { value, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }, state);
  await show("hidden");
  await expect.poll(() => open.size).toBe(0);
  await show("visible");
  await expect.poll(() => open.size).toBe(1);
});

test("without a stream the status is read all the same", async ({ page }) => {
  await page.route("**/api/status/events?*", (route) => route.fulfill({ status: 429 }));
  await page.goto("/status/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("All four CRMs are fine.");
});

test("trouble is said on the status page, at home, and on articles about that CRM only", async ({ page }) => {
  const status = await withTrouble(page);
  await page.route("**/api/status/events?*", (route) => route.fulfill(eventStream([["status", status]])));
  await page.route("**/api/status?*", (route) => route.fulfill({ json: status }));
  await page.goto("/status/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Three of four CRMs are fine. ServiceTitan has trouble.",
  );
  await expect(page.getByText("It is being mended.")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/");
  await expect(page.getByText("Three of four CRMs are fine. ServiceTitan has trouble.")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/articles/integrations/set-up-servicetitan/");
  await expect(page.getByText("ServiceTitan has trouble.")).toBeVisible();
  await expectAccessible(page);
  const read = page.waitForResponse("**/api/status?*");
  await page.goto("/articles/integrations/set-up-hubspot/");
  await read;
  await expect(page.getByText("ServiceTitan has trouble.")).toHaveCount(0);
});
