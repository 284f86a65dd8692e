import type { Page, Route } from "@playwright/test";
import type { ConnectionCheck } from "#server/features/integrations/checks.schema.ts";
import { TenantDecision, type AccessCounts } from "#server/features/integrations/desk.schema.ts";
import { INTEGRATIONS, newConnections, TRACE } from "./desk-connections-support.ts";
import { asStaff } from "./staff.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./support.ts";

const ASKED: AccessCounts = {
  integrations: [
    {
      id: "zoho",
      name: "Zoho",
      count: 1,
      latestAt: "2026-11-24T09:10:00.000Z",
      requests: [{ email: "ada@example.com", workspace: "Acme", at: "2026-11-24T09:10:00.000Z", toldAt: null }],
    },
  ],
};

/** The list, with filters in its address or without. */
const LIST = /\/api\/desk\/connections(?:\?|$)/;

const problem = (route: Route, status: number, code: string, detail: string) =>
  route.fulfill({ status, contentType: "application/problem+json", body: JSON.stringify({ code, detail }) });

/** Stands in for the hub's own answers about connections. Gives what was decided. */
async function fakeConnections(page: Page, connections = newConnections()) {
  const decided: TenantDecision[] = [];
  await page.route("**/api/integrations", (route) => route.fulfill({ json: { integrations: INTEGRATIONS } }));
  await page.route("**/api/desk/access-requests", (route) => route.fulfill({ json: ASKED }));
  await page.route(LIST, (route) => {
    const query = new URL(route.request().url()).searchParams;
    const [show, q, crm] = ["show", "q", "integration"].map((name) => query.get(name));
    const waiting = connections.filter(({ state }) => state === "waiting");
    const failing = connections.filter((each) => each.check?.state === "failed");
    const listed = (show === "waiting" ? waiting : show === "failing" ? failing : connections).filter(
      (each) => (!q || each.workspace.name.includes(q)) && (!crm || each.integration === crm),
    );
    return route.fulfill({
      json: { connections: listed, next: null, waiting: waiting.length, failing: failing.length },
    });
  });
  await page.route("**/api/desk/connections/*", (route) => {
    const found = connections.find(({ id }) => route.request().url().endsWith(id));
    return found ? route.fulfill({ json: found }) : problem(route, 404, "not_found", "No connection has this id.");
  });
  await page.route("**/api/desk/connections/con_waits/tenant", (route) => {
    const decision = TenantDecision.parse(route.request().postDataJSON());
    decided.push(decision);
    const [waits] = connections;
    if (waits?.tenant) {
      waits.state = decision.decision;
      waits.tenant = {
        ...waits.tenant,
        state: decision.decision,
        note: decision.note,
        decidedAt: "2026-11-25T09:00:00.000Z",
      };
    }
    return route.fulfill({ json: waits });
  });
  return { decided, connections };
}

async function openConnections(page: Page) {
  await asStaff(page);
  await page.getByRole("navigation", { name: "Desk" }).getByRole("link", { name: "Connections" }).click();
  await expect(page.getByRole("heading", { name: "Connections", level: 2 })).toBeVisible();
}

test("connections are filtered by links, searched, and walked through by keyboard", async ({ soundPage: page }) => {
  await fakeConnections(page);
  await openConnections(page);
  await expect(page.locator(".case-row")).toHaveCount(2);
  await expect(page.getByRole("link", { name: "Waiting for a decision 1" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Failing 1" }).click();
  await expect(page).toHaveURL(/only=failing/);
  await expect(page.locator(".case-row")).toHaveCount(1);
  await page.getByRole("link", { name: "ServiceTitan", exact: true }).click();
  await expect(page.getByText("No connection at ServiceTitan fails.")).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type("Acme");
  await page.keyboard.press("Enter");
  await expect(page.locator(".case-row")).toHaveCount(1);
  await page.locator(".case-row").focus();
  await page.keyboard.press("j");
  await expect(page.locator("#connection-h")).toHaveText("Acme: HubSpot");
  await page.reload();
  await expect(page.locator("#connection-h")).toHaveText("Acme: HubSpot");
});

test("a refusal needs a note, and what mail goes out is shown before it does", async ({ soundPage: page }) => {
  const { decided } = await fakeConnections(page);
  await openConnections(page);
  await page.getByRole("link", { name: /Solar Roofing/ }).click();
  const decide = page.getByRole("region", { name: "A Tenant ID waits for you" });
  await decide.getByRole("button", { name: "Refuse" }).click();
  await expect(decide.getByRole("alert")).toContainText("Say why");
  await expect(page.getByLabel("Note to the customer")).toBeFocused();
  await page.keyboard.type("This is the number of a sandbox.");
  await decide.getByRole("button", { name: "Refuse" }).click();
  await expect(decide).toContainText("A mail goes to ada@example.com: Tenant ID 987654321 could not be approved");
  await expect(decide.locator("blockquote")).toHaveText("This is the number of a sandbox.");
  await expectAccessible(page);
  expect(decided).toEqual([]);
  await decide.getByRole("button", { name: "Refuse and send" }).click();
  await expect(page.locator(".case-h")).toContainText("Tenant ID refused");
  await expect(decide).toHaveCount(0);
  expect(decided).toEqual([{ decision: "refused", note: "This is the number of a sandbox." }]);
});

test("checks stand beside each other then and now, and a new one is made on request", async ({ soundPage: page }) => {
  const { connections } = await fakeConnections(page);
  await page.route("**/api/desk/connections/con_fails/check", (route) => {
    const made: ConnectionCheck = {
      id: "chk_new",
      at: new Date().toISOString(),
      state: "ok",
      by: "staff",
      results: [],
    };
    const [latest] = connections[1]?.checks ?? [];
    const mended = latest?.results.map((each) => ({ ...each, state: "ok" as const, seen: "there again" })) ?? [];
    connections[1]?.checks.unshift({ ...made, results: mended });
    return route.fulfill({ json: made });
  });
  await openConnections(page);
  await page.getByRole("link", { name: /Acme/ }).click();
  const stage = page.getByRole("row", { name: /Referrers: stage/ });
  await expect(stage).toContainText("changed");
  await expect(stage.getByRole("cell").first()).toContainText("“partner_lead”");
  await expect(stage.getByRole("cell").last()).toContainText("is not in the pipeline any more");
  await expect(stage.getByRole("link", { name: "Contacts that do not arrive" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Settings" })).toContainText("Do nothing");
  await expectAccessible(page);
  await page.getByText("One fact is fine, as before").click();
  await expect(page.getByRole("row", { name: /Access/ })).toBeVisible();
  await page.getByRole("button", { name: "Check now" }).click();
  await expect(stage.getByRole("cell").last()).toContainText("there again");
  await page.getByLabel("Then:").selectOption({ index: 1 });
  await expect(stage.getByRole("cell").first()).toContainText("“partner_lead”");
});

test("a contact is traced, and it is said that this is written down", async ({ soundPage: page }) => {
  await fakeConnections(page);
  await page.route("**/api/desk/connections/con_fails/trace", (route) => route.fulfill({ json: TRACE }));
  await openConnections(page);
  await page.getByRole("link", { name: /Acme/ }).click();
  const trace = page.getByRole("region", { name: "Trace a contact" });
  await expect(trace).toContainText("That you looked is written into “What was done”.");
  await trace.getByLabel("E-mail address").fill("grace@example.com");
  await trace.getByRole("button", { name: "Trace" }).click();
  await expect(trace.getByRole("status").last()).toContainText("A sync would skip it");
  await expect(trace.getByRole("link", { name: "Contact in HubSpot" })).toBeVisible();
  await expectAccessible(page);
});

test("while none is open, it says who asks for what is coming soon and which CRM has no app", async ({
  soundPage: page,
}) => {
  await fakeConnections(page);
  await openConnections(page);
  await expect(page.getByText("Intercom: this hub has no app there.")).toBeVisible();
  await page.getByText("Zoho: one request").click();
  await expect(page.getByText("Acme, ada@example.com")).toBeVisible();
});

test("an empty hub, a refusal, a lost line and a connection that is gone each say so", async ({ page }) => {
  await fakeConnections(page, []);
  await openConnections(page);
  await expect(page.getByText("One turns up here as soon as a customer begins a setup.")).toBeVisible();
  await page.goto("/desk/?view=connections&connection=con_gone");
  await expect(page.getByRole("alert")).toContainText("No connection has this id.");
  await expectAccessible(page);
  await page.route(LIST, (route) => problem(route, 403, "forbidden", "This is for staff."));
  await page.goto("/desk/?view=connections");
  await expect(page.getByRole("alert")).toContainText("This is for staff.");
  await page.route(LIST, (route) => route.abort("internetdisconnected"));
  await page.goto("/desk/?view=connections");
  await expect(page.getByRole("alert")).toContainText("No connection to the hub.");
  await expectAccessible(page);
});

for (const width of [390, 1024, 1600]) {
  test(`nothing needs sideways scrolling at ${width}, by night`, async ({ soundPage: page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: "dark" });
    await fakeConnections(page);
    await openConnections(page);
    await expectNoSidewaysScroll(page);
    for (const company of ["Solar Roofing", "Acme"]) {
      await page.goto(`/desk/?view=connections&q=${company}`);
      await page.getByRole("link", { name: new RegExp(company) }).click();
      await expect(page.locator("#connection-h")).toContainText(company);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      await page.screenshot({ path: test.info().outputPath(`${company}.png`), fullPage: true });
    }
  });
}
