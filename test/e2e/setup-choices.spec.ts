import type { Page } from "@playwright/test";
import { ALL_SETTINGS, FakeSetup, problem } from "./setup-support.ts";
import { expect, expectAccessible, test } from "./support.ts";

/** A hub with a connection to HubSpot, opened at a stage. */
async function openStage(
  page: Page,
  stage: string,
  change: Parameters<FakeSetup["connect"]>[0] = {},
): Promise<FakeSetup> {
  const hub = new FakeSetup();
  hub.connect(change);
  await hub.serve(page);
  await page.goto(`/setup/hubspot/#${stage}`);
  await expect(page.locator(`[data-stage=${stage}] .stage-body`)).toBeVisible();
  return hub;
}
const kept = (page: Page) => page.locator("[data-keeping]");

test("referrers are chosen from the CRM's own lists, and each change is a draft at once", async ({
  soundPage: page,
}) => {
  const hub = await openStage(page, "referrers");
  // what one sees of it is the rail with its knob
  await expect(page.getByRole("switch", { name: "Send referrers to HubSpot" })).toHaveCSS("opacity", "0");
  await page.getByRole("combobox", { name: "Pipeline", exact: true }).selectOption("Sales");
  await page.getByLabel("Deal stage").selectOption("New");
  await page.getByRole("button", { name: "accept all 3" }).click();
  await page.getByRole("radio", { name: "Do nothing" }).check();
  await expect(kept(page)).toHaveText(/^Draft saved at \d\d:\d\d$/);
  await expect
    .poll(() => hub.connection?.draft.referrers)
    .toEqual({
      on: true,
      object: "contact",
      pipeline: "sales",
      stage: "new",
      mapping: [
        { field: "email", value: { from: "email" } },
        { field: "firstname", value: { from: "first_name" } },
        { field: "phone", value: { from: "phone" } },
      ],
      existing: "skip",
    });
  await expectAccessible(page);
  await page.getByRole("button", { name: "Go on to leads" }).click();
  await expect(page).toHaveURL(/#leads$/);
  await expect(page.locator("[data-stage=referrers]")).toHaveAttribute("data-state", "done");
});

test("a proposal that is accepted hands the focus on: to its field, or to the heading above all", async ({ page }) => {
  await openStage(page, "referrers");
  await page.getByRole("button", { name: "Yes, that one for E-mail" }).click();
  await expect(page.getByRole("combobox", { name: "E-mail" })).toBeFocused();
  await page.getByRole("button", { name: "accept all 2" }).click();
  await expect(page.locator("#referrers-mapping")).toBeFocused();
});

test("read-only and archived fields are not offered, and the same text can go to everybody", async ({ page }) => {
  const hub = await openStage(page, "leads");
  const more = page.getByLabel("One more field");
  await expect(more.locator("option")).toHaveText(["Choose a field of HubSpot", "Lead source", "City"]);
  await more.selectOption("City");
  await expect(page.getByLabel("City", { exact: true })).toBeFocused();
  await page.getByLabel("City", { exact: true }).selectOption("The same for everybody");
  await page.getByLabel("Text for City").fill("Cape Town");
  await expect
    .poll(() => hub.connection?.draft.leads.mapping)
    .toEqual([{ field: "city", value: { text: "Cape Town" } }]);
});

test("leads take over the referrers' settings only when asked to", async ({ page }) => {
  const draft = { ...ALL_SETTINGS, leads: { ...ALL_SETTINGS.leads, stage: null, mapping: [] } };
  const hub = await openStage(page, "leads", { draft });
  expect(hub.connection?.draft.leads.mapping).toEqual([]);
  await page.getByRole("button", { name: "Start from the Referrers settings" }).click();
  await expect.poll(() => hub.connection?.draft.leads).toEqual(ALL_SETTINGS.referrers);
});

test("lists that cannot be read say so, and are read again", async ({ page }) => {
  const hub = new FakeSetup();
  hub.connect();
  hub.options = null;
  await hub.serve(page);
  await page.goto("/setup/hubspot/#referrers");
  await expect(page.getByRole("alert")).toContainText("The CRM did not answer in time.");
  await expectAccessible(page);
  hub.options = { object: "contact", pipelines: [], fields: [] };
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("HubSpot has no pipeline that this login may see.")).toBeVisible();
  await expect(page.getByText("HubSpot shows no fields to this login.")).toBeVisible();
  await expectAccessible(page);
});

for (const [count, says] of [
  [12_431, /^HubSpot shows us 12,431 contacts now\. Your choice decides/],
  [1, /^HubSpot shows us one contact now\./],
  [0, /^HubSpot shows us no contacts yet\./],
  [null, ""],
] as const) {
  test(`whom a choice is about is said when the CRM says it, and moves nothing: ${count}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const answer = Promise.withResolvers<void>();
    let asked = 0;
    const hub = new FakeSetup();
    hub.connect();
    await hub.serve(page);
    await page.route("**/count?object=contact", async (route) => {
      asked++;
      await answer.promise;
      await route.fulfill({ json: { object: "contact", count } });
    });
    await page.goto("/setup/hubspot/#referrers");
    const line = page.locator(".known-people");
    const below = page.getByRole("button", { name: "Go on to leads" });
    await page.getByRole("radio", { name: "Update" }).check();
    await expect(line).toHaveText("");
    await expect(kept(page)).toContainText("Draft saved");
    const before = await below.boundingBox();
    const answered = page.waitForResponse("**/count?object=contact");
    answer.resolve();
    await answered;
    await expect(line).toHaveText(says);
    expect(await below.boundingBox()).toEqual(before);
    await below.click();
    await expect(page.locator("[data-stage=leads] .known-people")).toHaveText(says);
    // the other half is about the same people
    expect(asked).toBe(1);
    await expectAccessible(page);
  });
}

test("offline, what is chosen is kept here, and sent when the hub is back", async ({ page }) => {
  const hub = await openStage(page, "referrers");
  await expect(page.getByRole("combobox", { name: "Pipeline", exact: true })).toBeVisible();
  await page.route("**/draft", (route) => route.abort());
  await page.getByRole("radio", { name: "Update" }).check();
  await expect(kept(page)).toContainText("Offline: kept here");
  await page.unroute("**/draft");
  await page.reload();
  await expect(page.getByRole("radio", { name: "Update" })).toBeChecked();
  await expect.poll(() => hub.connection?.draft.referrers.existing).toBe("update");
});

for (const [choice, existing] of [
  ["Keep what is here", "update"],
  ["Take the other", "skip"],
] as const) {
  test(`settings that were changed twice are both shown: ${choice}`, async ({ page }) => {
    const hub = await openStage(page, "leads");
    const theirs = hub.connect({ version: 7 });
    theirs.draft = { ...theirs.draft, leads: { ...theirs.draft.leads, existing: "skip" } };
    hub.says.set("PUT /own/draft", { status: 409, json: problem("x", { code: "conflict", current: theirs }) });
    await page.getByRole("radio", { name: "Update" }).check();
    const both = page.getByRole("region", { name: "Changed in two places" });
    await expect(both.getByRole("row").filter({ hasText: "Leads: known people" })).toContainText(/Update\s*Do nothing/);
    await expectAccessible(page);
    hub.says.clear();
    await both.getByRole("button", { name: choice }).click();
    await expect(both).toHaveCount(0);
    await expect(page.getByRole("radio", { name: existing === "skip" ? "Do nothing" : "Update" })).toBeChecked();
    await expect.poll(() => hub.connection?.draft.leads.existing).toBe(existing);
  });
}

test("on a German page, what was changed twice is told in German", async ({ page }) => {
  const hub = new FakeSetup();
  hub.connect();
  await hub.serve(page);
  await page.goto("/de/setup/hubspot/#leads");
  await expect(page.getByRole("radio", { name: "Aktualisieren" })).toBeVisible();
  const theirs = hub.connect({ version: 7 });
  theirs.draft = { ...theirs.draft, leads: { ...theirs.draft.leads, on: false, existing: "skip" } };
  hub.says.set("PUT /own/draft", { status: 409, json: problem("x", { code: "conflict", current: theirs }) });
  await page.getByRole("radio", { name: "Aktualisieren" }).check();
  const both = page.getByRole("region", { name: "An zwei Stellen geändert" });
  await expect(both.getByRole("row")).toHaveText([
    /^Was sich unterscheidet/,
    /^Leads: überhaupt gesendet\s*ja\s*nein$/,
    /^Leads: bekannte Personen\s*Aktualisieren\s*Do nothing$/,
  ]);
});

test("saving says what is missing and leads there; then the settings are live", async ({ page }) => {
  const draft = { ...ALL_SETTINGS, leads: { ...ALL_SETTINGS.leads, existing: null } };
  const hub = await openStage(page, "qualify", { draft });
  await expect(
    page.getByText("A referral qualifies as soon as its deal stage is “Closed won” in “Sales”."),
  ).toBeVisible();
  await page.getByRole("button", { name: "Save and make it live" }).click();
  await expect(page.getByRole("alert")).toContainText("One thing is missing.");
  await expectAccessible(page);
  await page.getByRole("alert").getByRole("button", { name: "Leads" }).click();
  await expect(page.locator("#leads-existing")).toBeFocused();
  await page.getByRole("radio", { name: "Update" }).check();
  await expect.poll(() => hub.connection?.draft.leads.existing).toBe("update");
  await page.getByRole("button", { name: "Go on to qualify" }).click();
  await page.getByRole("button", { name: "Save and make it live" }).click();
  await expect(page.locator("[data-stage=qualify] .check")).toContainText("Live.");
  await expect(page.locator("[data-stage=qualify]")).toHaveAttribute("data-state", "done");
});

test("mistakes that only the server finds stand with their stage", async ({ page }) => {
  const hub = await openStage(page, "qualify", { draft: ALL_SETTINGS });
  const errors = [{ field: "referrers.mapping", reason: "“email” is filled twice. Take one of them away." }];
  hub.says.set("POST /own/save", { status: 422, json: problem("Something is missing.", { errors }) });
  await page.getByRole("button", { name: "Save and make it live" }).click();
  await expect(page.getByRole("alert")).toContainText("Referrers: “email” is filled twice.");
  await page.getByRole("alert").getByRole("button", { name: "Referrers" }).click();
  await expect(page.locator("#referrers-mapping")).toBeFocused();
});
