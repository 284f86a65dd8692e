import { ALL_SETTINGS, FakeSetup, HUBSPOT, NO_SETTINGS, NOON, problem, SALESFORCE } from "./setup-support.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./support.ts";

test("all setups say how far the reader is with each", async ({ soundPage: page }) => {
  const hub = new FakeSetup();
  hub.connect({ state: "reconnect" });
  await hub.serve(page);
  await page.goto("/setup/");
  await expect(page.getByText("Signed in as ada@example.com")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "HubSpot" })).toContainText("Connect again.");
  await expect(page.getByRole("listitem").filter({ hasText: "Zoho" })).toContainText("Coming soon.");
  await expectAccessible(page);
});

test("of a reader who is not known nothing is said to be not begun", async ({ soundPage: page }) => {
  const hub = new FakeSetup();
  hub.signedIn = false;
  await hub.serve(page);
  await page.goto("/setup/");
  await expect(page.getByText("to see how far you are")).toBeVisible();
  const row = page.getByRole("listitem").filter({ hasText: "HubSpot" });
  await expect(row).toContainText("A guided setup, checked at its end.");
  await expect(page.getByText("Not begun.")).toHaveCount(0);
});

test("a reader who is not known can sign in by mail, and comes back to the same stage", async ({ soundPage: page }) => {
  const hub = new FakeSetup();
  hub.signedIn = false;
  await hub.serve(page);
  await page.goto("/setup/hubspot/");
  const link = page.getByRole("link", { name: "Sign in by e-mail" });
  await expect(link).toHaveAttribute("href", "/sign-in/?returnTo=%2Fsetup%2Fhubspot%2F");
  await expect(page.getByText("Or open this setup from the product")).toBeVisible();
  await expect(page.getByRole("link", { name: "Open Leads" })).toHaveCount(0);
  await expectAccessible(page);
});

test("the product's link signs the reader in, and its token does not stay in the address", async ({
  soundPage: page,
}) => {
  const hub = new FakeSetup();
  hub.signedIn = false;
  await hub.serve(page);
  await page.goto("/setup/#token=a.b.c");
  await expect(page.getByText("Signed in as ada@example.com")).toBeVisible();
  expect(page.url()).not.toContain("token");
  expect(hub.heard.find(({ what }) => what === "POST /session")?.body).toEqual({ token: "a.b.c" });
});

test("a token that is not good any more is said, with the other ways in", async ({ page }) => {
  const hub = new FakeSetup();
  hub.signedIn = false;
  hub.says.set("POST /session", {
    status: 401,
    json: problem("This link was used before. Open the help from the product again."),
  });
  await hub.serve(page);
  await page.goto("/setup/hubspot/#token=a.b.c");
  await expect(page.getByText("This link was used before.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Sign in by e-mail" })).toBeVisible();
});

test("what the hub has no app for is not available here yet", async ({ soundPage: page }) => {
  const hub = new FakeSetup();
  hub.views = hub.views.map((view) => ({ ...view, usable: false }));
  await hub.serve(page);
  await page.goto("/setup/hubspot/");
  await expect(page.getByText("HubSpot is not available here yet.")).toBeVisible();
  await expectAccessible(page);
});

test("what is coming soon is asked for once, with an address where the reader is not known", async ({
  soundPage: page,
}) => {
  const hub = new FakeSetup();
  hub.signedIn = false;
  await hub.serve(page);
  await page.goto("/setup/zoho/");
  await expectAccessible(page);
  await page.getByLabel("Your e-mail address").fill("ada@example.com");
  await page.getByRole("button", { name: "Ask for Zoho" }).click();
  await expect(page.locator(".check")).toContainText("Asked for.");
  expect(hub.heard.find(({ what }) => what === "POST /access-requests")?.body).toEqual({
    integration: "zoho",
    email: "ada@example.com",
  });
});

test("beginning opens the connection, and a sign-in that failed is said in words and only once", async ({ page }) => {
  await new FakeSetup(SALESFORCE, "salesforce", "Salesforce").serve(page);
  await page.goto("/setup/salesforce/");
  await page.getByRole("button", { name: "Begin with Salesforce" }).click();
  await expect(page.getByRole("heading", { name: "Connect" })).toBeFocused();
  await page.getByRole("radio", { name: "A sandbox" }).check();
  await expectAccessible(page);
  const asked = page.waitForRequest("**/connect");
  const back = page.waitForEvent("load");
  await page.getByRole("button", { name: "Connect Salesforce" }).click();
  expect((await asked).postDataJSON()).toEqual({
    site: "sandbox",
    returnTo: "/setup/salesforce/#connect",
    otherAccount: false,
  });
  await back;
  await page.goto("/setup/salesforce/?problem=denied#connect");
  await expect(page.getByRole("alert")).toContainText("Nothing");
  await expect(page).toHaveURL(/\/setup\/salesforce\/#connect$/);
});

test("Back leads from the connection to the stage where the reader began", async ({ soundPage: page }) => {
  await new FakeSetup().serve(page);
  await page.goto("/setup/hubspot/");
  await page.getByRole("button", { name: "Begin with HubSpot" }).click();
  await expect(page.locator("[data-stage=connect] .stage-body")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Choose" })).toBeFocused();
  await expect(page.locator("[data-stage=choose] .stage-body")).toBeVisible();
  await expect(page).toHaveURL(/\/setup\/hubspot\/$/);
  await page.goForward();
  await expect(page.locator("[data-stage=connect] .stage-body")).toBeVisible();
});

test("on a German page, why a sign-in failed is said in German", async ({ page }) => {
  await new FakeSetup(SALESFORCE, "salesforce", "Salesforce").serve(page);
  await page.goto("/de/setup/salesforce/");
  await page.getByRole("button", { name: "Mit Salesforce beginnen" }).click();
  await page.goto("/de/setup/salesforce/?problem=denied#connect");
  await expect(page.getByRole("alert")).toContainText("Sie haben uns bei Salesforce nicht hineingelassen.");
});

test("access that was taken back breaks the rail and is connected again; disconnecting asks first", async ({
  page,
}) => {
  const hub = new FakeSetup();
  hub.connect({ state: "reconnect", draft: ALL_SETTINGS });
  await hub.serve(page);
  await page.goto("/setup/hubspot/");
  await expect(page.locator("[data-stage=connect]")).toHaveAttribute("data-state", "failed");
  await expect(page.getByRole("button", { name: "Connect HubSpot again" })).toBeVisible();
  const disconnect = page.getByRole("button", { name: "Disconnect HubSpot" });
  await disconnect.click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(disconnect).toBeFocused();
  await disconnect.click();
  await page.getByRole("button", { name: "Yes, disconnect" }).click();
  await expect(page.getByRole("button", { name: "Begin with HubSpot" })).toBeVisible();
});

test("a server that cannot be asked is said, and asked again at a press", async ({ page }) => {
  const hub = await new FakeSetup().serve(page);
  hub.says.set("GET /me", { status: 503, json: problem("The hub is starting.") });
  await page.goto("/setup/hubspot/");
  await expect(page.getByRole("alert")).toContainText("The hub is starting.");
  hub.says.clear();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("button", { name: "Begin with HubSpot" })).toBeVisible();
});

test("who is signed in is said, and signing out forgets what was kept in this browser", async ({ page }) => {
  const hub = new FakeSetup();
  hub.connect({ draft: NO_SETTINGS, crm: HUBSPOT, connectedAt: NOON });
  await hub.serve(page);
  await page.goto("/setup/hubspot/");
  await page.evaluate(() => localStorage.setItem("handrail.setup", "{}"));
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("Not signed in")).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem("handrail.setup"))).toBeNull();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });
  test("the setup says that it needs script, and what there is instead", async ({ page }) => {
    await page.goto("/setup/hubspot/");
    await expect(page.getByText("The guided setup needs JavaScript")).toBeVisible();
    await expect(page.getByRole("link", { name: "Read “Set up HubSpot" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Sign in by e-mail" })).toBeVisible();
    await expectNoSidewaysScroll(page);
  });
});
