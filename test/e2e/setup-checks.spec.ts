import { aCheck, ALL_SETTINGS, fact, FakeSetup, NOON, problem, SERVICETITAN } from "./setup-support.ts";
import { eventStream } from "./event-stream.ts";
import { expect, expectAccessible, test } from "./support.ts";

const live = { draft: ALL_SETTINGS, saved: ALL_SETTINGS, savedAt: NOON };
const broken = fact("scopes", {
  title: "Permissions",
  state: "failed",
  seen: "“crm.objects.deals.read” is missing.",
  todo: "Connect again as an administrator.",
  explained: { title: "When a permission is missing", url: "/articles/integrations/permissions-each-crm-asks-for/" },
});
const request = { tenantId: "123456", note: null, submittedAt: NOON, decidedAt: null };

test("a check says each fact, what to do, and goes along to a person", async ({ soundPage: page }) => {
  const hub = new FakeSetup();
  hub.connect(live);
  hub.results = [fact("token"), broken];
  await hub.serve(page);
  await page.goto("/setup/hubspot/");
  await page.getByRole("button", { name: "Check now" }).click();
  await expect(page.locator(".fact")).toHaveCount(2);
  await expect(page.locator(".fact.is-failed")).toContainText("Connect again as an administrator.");
  await expect(page.getByText("1 of 2 facts is as it should be. Look first at: Permissions.").first()).toBeVisible();
  await expect(page.locator("[data-stage=check]")).toHaveAttribute("data-state", "failed");
  await expectAccessible(page);
  hub.results = [fact("token"), fact("scopes")];
  await page.getByRole("button", { name: "Check again" }).click();
  await expect(page.locator("[data-stage=check]")).toHaveAttribute("data-state", "done");
  hub.results = [broken];
  await page.getByRole("button", { name: "Check again" }).click();
  await page.getByRole("link", { name: "Take this to a person" }).click();
  await page.waitForURL("**/contact/");
  await expect(page.getByText("Checked HubSpot: Not working.", { exact: false }).first()).toBeAttached();
});

test("what one missing permission keeps from being seen stands in one row", async ({ page }) => {
  const hub = new FakeSetup();
  hub.connect(live);
  const unseen = {
    state: "unknown" as const,
    code: "not_looked_at",
    seen: "Could not be looked at: a permission is missing.",
  };
  const fields = ["Email", "First name", "Phone"].map((title) => fact(`field:leads:${title}`, { ...unseen, title }));
  hub.results = [fact("token"), broken, ...fields];
  await hub.serve(page);
  await page.goto("/setup/hubspot/#check");
  await page.getByRole("button", { name: "Check now" }).click();
  await expect(page.locator(".fact")).toHaveCount(3);
  const row = page.locator(".fact.is-unknown");
  await expect(row).toContainText("3 facts. Could not be looked at: a permission is missing.");
  await expect(row.getByText("First name")).toBeHidden();
  await row.getByText("Which they are").click();
  await expect(row.getByRole("listitem")).toHaveText(["Email", "First name", "Phone"]);
  await expectAccessible(page);
});

test("a check that breaks off says so and keeps what it saw", async ({ page }) => {
  const hub = new FakeSetup();
  hub.connect(live);
  await hub.serve(page);
  await page.route("**/api/connections/*/check", (route) => route.fulfill(eventStream([["result", fact("token")]])));
  await page.goto("/setup/hubspot/#check");
  await page.getByRole("button", { name: "Check now" }).click();
  await expect(page.getByRole("alert")).toContainText("The connection broke before the check ended.");
  await expect(page.locator(".fact")).toHaveCount(1);
});

test("one contact is traced: the outcome in a sentence, then the facts behind it", async ({ soundPage: page }) => {
  const hub = new FakeSetup();
  hub.connect(live);
  await hub.serve(page);
  await page.goto("/setup/hubspot/#check");
  await page.getByLabel("Their e-mail address").fill("ada@example.com");
  await page.getByRole("button", { name: "Trace", exact: true }).click();
  await expect(page.locator(".traced .check")).toContainText("Would be passed over.");
  await expect(page.getByRole("list", { name: "Why" }).getByRole("listitem")).toHaveCount(2);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Take this to a person" }).click();
  await page.waitForURL("**/contact/");
  await expect(page.getByText("Traced ada@example.com as a lead in HubSpot", { exact: false }).first()).toBeAttached();
});

test("an address that cannot be traced is said at its field", async ({ page }) => {
  const hub = new FakeSetup();
  hub.connect(live);
  const errors = [{ field: "email", reason: "write a full e-mail address" }];
  hub.says.set("POST /own/trace", { status: 422, json: problem("x", { errors }) });
  await hub.serve(page);
  await page.goto("/setup/hubspot/#check");
  await page.getByRole("button", { name: "Trace", exact: true }).click();
  await expect(page.getByLabel("Their e-mail address")).toHaveAccessibleDescription(/write a full e-mail address/);
});

test("a Tenant ID is sent, waits, is refused with a note, asked again, approved, and three values connect", async ({
  page,
}) => {
  const hub = new FakeSetup(SERVICETITAN, "servicetitan", "ServiceTitan");
  await hub.serve(page);
  await page.goto("/setup/servicetitan/");
  await page.getByRole("button", { name: "Begin with ServiceTitan" }).click();
  await page.getByLabel("Tenant ID").fill("123456");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send the Tenant ID" }).click();
  await expect(page.locator(".check")).toContainText(/Waiting for approval\..*1–2 business days/);
  const refused = { ...request, state: "refused" as const, note: "This is another company’s.", decidedAt: NOON };
  hub.connect({ state: "refused", tenant: refused, account: null });
  await page.reload();
  await expect(page.locator(".check")).toContainText("This is another company’s.");
  await expectAccessible(page);
  await page.getByLabel("Tenant ID, once more").fill("654321");
  await page.getByRole("button", { name: "Ask again" }).click();
  await expect(page.locator(".check")).toContainText("654321");
  hub.connect({ state: "approved", tenant: { ...request, state: "approved", decidedAt: NOON }, account: null });
  await page.reload();
  const errors = [{ field: "values.clientSecret", reason: "Enter the Client Secret." }];
  hub.says.set("POST /own/credentials", { status: 422, json: problem("x", { errors }) });
  await page.getByRole("button", { name: "Check and connect" }).click();
  await expect(page.getByLabel("Client Secret")).toHaveAccessibleDescription(/Enter the Client Secret/);
  await expectAccessible(page);
  hub.says.clear();
  await page.getByRole("button", { name: "Check and connect" }).click();
  await expect(page.locator("[data-stage=connect]")).toHaveAttribute("data-state", "done");
});

test.describe("in articles", () => {
  const ARTICLE = "/articles/integrations/set-up-hubspot/";

  test("blocks are the reader's own where they are known, and check again", async ({ soundPage: page }) => {
    const hub = new FakeSetup();
    hub.connect(live);
    hub.checks = [aCheck(fact("token"), broken)];
    await hub.serve(page);
    await page.goto(ARTICLE);
    await expect(page.locator("[data-live=setup]")).toContainText("Not working.");
    const check = page.locator("[data-live=check]");
    await check.scrollIntoViewIfNeeded();
    await expect(check).toContainText("“crm.objects.deals.read” is missing.");
    await expectAccessible(page);
    await check.getByRole("button", { name: "Check again" }).click();
    await expect(check).toContainText("All 2 facts are as they should be.");
  });

  test("readers who are not known see what the vendor says of itself", async ({ soundPage: page }) => {
    const hub = new FakeSetup();
    hub.signedIn = false;
    await hub.serve(page);
    await page.goto(ARTICLE);
    const check = page.locator("[data-live=check]");
    await check.scrollIntoViewIfNeeded();
    await expect(check).toContainText("HubSpot itself: Working.");
    await expect(check.getByRole("link", { name: "Check it now" })).toBeVisible();
  });

  test("a contact is traced where contacts are missing", async ({ soundPage: page }) => {
    const hub = new FakeSetup();
    hub.connect(live);
    await hub.serve(page);
    await page.goto("/articles/syncing/contacts-not-syncing/");
    const trace = page.locator("[data-live=trace]");
    await trace.scrollIntoViewIfNeeded();
    await trace.getByLabel("Their e-mail address").fill("ada@example.com");
    await trace.getByRole("button", { name: "Trace", exact: true }).click();
    await expect(trace).toContainText("Would be passed over.");
    await expectAccessible(page);
  });
});
