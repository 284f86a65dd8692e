import { expect, expectAccessible, expectNoSidewaysScroll, makeRoom, test } from "./support.ts";

const CODE = "/articles/syncing/converted-lead-error/";
const STEPS = "/articles/integrations/set-up-servicetitan/";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("code and the address of a step are copied", async ({ soundPage: page }) => {
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await page.goto(CODE);
  await page.getByRole("button", { name: "Copy this" }).first().click();
  await expect.poll(clipboard).toBe("CANNOT_UPDATE_CONVERTED_LEAD\ncannot reference converted lead");
  await expectAccessible(page);
  await page.goto(STEPS);
  const link = page.getByRole("link", { name: "Link to step 1" });
  await link.focus();
  await page.keyboard.press("Enter");
  await expect.poll(clipboard).toMatch(/set-up-servicetitan\/#/);
});

test("the address of a heading, of a smaller one too, and the page as Markdown are copied", async ({
  soundPage: page,
}, { project }) => {
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await page.goto("/articles/qualifying/six-ways-to-qualify/");
  for (const [heading, address] of [
    ["The six, one by one", "#the-six-one-by-one"],
    ["Stripe", "#stripe"],
  ] as const) {
    await page.getByRole("heading", { name: heading }).getByRole("link", { name: "Link to this section" }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(clipboard).toContain(address);
  }
  if (project.name.startsWith("wide")) {
    await page.getByRole("link", { name: "Copy as Markdown" }).click();
    await expect.poll(clipboard).toMatch(/^# .*\n[\s\S]*\n### Stripe\n/);
  }
  await page.getByRole("contentinfo").getByRole("link", { name: "Read as Markdown" }).click();
  await expect(page).toHaveURL(/six-ways-to-qualify\/page\.md$/);
});

test("a figure opens large and closes to where the reader was", async ({ soundPage: page }) => {
  await page.goto(STEPS);
  const opener = page.getByRole("link", { name: "Open figure 1 large" });
  await opener.focus();
  await page.keyboard.press("Enter");
  const box = page.getByRole("dialog", { name: "Open figure 1 large" });
  await expect(box.getByRole("img")).toBeVisible();
  await expectAccessible(page, "dialog");
  await makeRoom(page);
  await expect(box.getByRole("img")).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Escape");
  await expect(box).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test("a word of the trade says what it means, by keyboard too", async ({ soundPage: page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(STEPS);
  const term = page.locator(".term", { hasText: /^Tenant ID/ }).first();
  await expect(term.getByRole("tooltip")).toBeHidden();
  await term.focus();
  await expect(term.getByRole("tooltip")).toBeInViewport();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(term.getByRole("tooltip")).toBeHidden();
  await page.mouse.move(0, 0);
  await term.blur();
  await term.hover({ position: { x: 4, y: 4 } });
  await expect(term.getByRole("tooltip")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(term.getByRole("tooltip")).toBeHidden();
});

test("a reader who comes back is offered the section where they stopped, and is not moved", async ({
  soundPage: page,
}) => {
  await makeRoom(page);
  await page.goto(CODE);
  const listed = page.getByRole("navigation", { name: "On this page" });
  const here = listed.locator("[aria-current=true]");
  const stopAndReturn = async () => {
    await listed.getByRole("link").nth(1).click();
    await expect(here).toHaveCount(1);
    await page.waitForFunction(() => scrollY > 100);
    // what keeps the place comes with the first scroll
    const leave = () => {
      dispatchEvent(new PageTransitionEvent("pagehide"));
      return localStorage.getItem("handrail.positions");
    };
    await expect.poll(() => page.evaluate(leave)).not.toBeNull();
    const read = (await here.textContent())?.trim() ?? "";
    await page.goto("/");
    await page.goto(CODE);
    return read;
  };
  const title = await stopAndReturn();
  const offer = page.getByRole("complementary", { name: "Where you stopped reading" });
  await expect(offer).toContainText(`You were at “${title}” today.`);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await expectAccessible(page);
  await offer.getByRole("button", { name: "No, thank you" }).click();
  await expect(page.getByRole("main")).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await stopAndReturn();
  await offer.getByRole("link", { name: "Go on there" }).click();
  await expect(offer).toHaveCount(0);
  await expect(page.getByRole("heading", { name: title })).toBeInViewport();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });
  test("a figure is drawn larger by its link", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(STEPS);
    const drawing = page.getByRole("img").first();
    const before = (await drawing.boundingBox())?.width ?? 0;
    await page.getByRole("link", { name: "Open figure 1 large" }).click();
    await expect.poll(async () => (await drawing.boundingBox())?.width ?? 0).toBeGreaterThan(before * 1.5);
    await expectNoSidewaysScroll(page);
  });
});

test("on paper every tab stands under its label, with what helps and nothing to press", async ({ page }) => {
  await page.goto("/articles/syncing/crm-error-messages/");
  const [hubspot, salesforce] = [page.getByText("BAD_REFRESH_TOKEN"), page.getByText("REQUEST_LIMIT_EXCEEDED")];
  await expect(hubspot).toBeVisible();
  await expect(salesforce).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(salesforce).toBeVisible();
  const labels = page.locator("[data-tabs]").first().locator("label");
  const topOf = async (text: ReturnType<typeof page.getByText>) => (await text.boundingBox())?.y ?? 0;
  expect(await topOf(labels.nth(1))).toBeGreaterThan(await topOf(hubspot));
  expect(await topOf(salesforce)).toBeGreaterThan(await topOf(labels.nth(1)));
  await expect(page.getByText("The login that connected is being changed")).toBeVisible();
  await expect(page.getByRole("button").filter({ visible: true })).toHaveCount(0);
});

test("on paper a long step goes on over the page’s end: no sheet is half empty, and none for the foot alone", async ({
  page,
}) => {
  await page.goto("/articles/syncing/map-contact-fields/");
  const sheet = await page.pdf({ format: "A4", margin: { top: "12mm", bottom: "12mm" } });
  expect(sheet.toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(3);
});

test("on paper a decision tree and lists of articles have nothing to press, and no dots run through an address", async ({
  page,
}) => {
  await page.emulateMedia({ media: "print" });
  await page.goto("/articles/syncing/contacts-not-syncing/");
  await expect(page.locator(".dx").getByText("They were skipped on purpose")).toBeVisible();
  await expect(page.locator(".dx a").filter({ visible: true, hasText: "hand it to a person" })).toHaveCount(0);
  await page.goto("/topics/syncing/");
  await expect(page.locator("main a").filter({ visible: true, hasText: "Qualifying referrals" })).toHaveCount(0);
  const behind = await page
    .locator(".leaders a")
    .first()
    .evaluate((link) => {
      const { content, backgroundColor } = getComputedStyle(link, "::after");
      return { content, backgroundColor, paper: getComputedStyle(document.body).backgroundColor };
    });
  expect(behind.content).toContain("/articles/");
  expect(behind.backgroundColor).toBe(behind.paper);
  await page.goto("/");
  await expect(page.getByRole("link", { name: "Set up HubSpot" })).toBeVisible();
  await expect(page.getByRole("search")).toBeHidden();
  await expect(page.getByRole("navigation").filter({ visible: true })).toHaveCount(0);
});

test("on paper a link says where it leads, with the hub's own address too, in a table and in bold", async ({
  page,
}) => {
  await page.goto("/articles/integrations/connect-your-crm/");
  await page.locator(".flow").evaluate((flow) => {
    flow.insertAdjacentHTML(
      "beforeend",
      '<table><tr><td><a href="/learn/">a</a></td></tr></table><p><b><a href="https://x.test/y">b</a></b></p>',
    );
  });
  await page.emulateMedia({ media: "print" });
  const written = (link: ReturnType<typeof page.locator>) =>
    link.evaluate((element) => getComputedStyle(element, "::after").content);
  const own = page.locator(".flow td a").last();
  expect(await written(own)).toBe('" (/learn/)"');
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  expect(await written(own)).toBe(`" (${new URL(page.url()).origin}/learn/)"`);
  expect(await written(page.locator(".flow b a").last())).toContain("https://x.test/y");
});

test("paper is light, also for who has chosen the dark theme", async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem("theme", "dark"));
  for (const path of [CODE, "/contact/", "/learn/", "/", "/setup/"]) {
    await page.emulateMedia({ media: "screen", colorScheme: "dark" });
    await page.goto(path);
    const inkLightness = () =>
      page.evaluate(() => Number(/^oklch\(([\d.]+)/.exec(getComputedStyle(document.body).color)?.[1]));
    expect(await inkLightness(), path).toBeGreaterThan(0.7);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    expect(await inkLightness(), path).toBeLessThan(0.4);
  }
});
