import { expect, expectAccessible, makeRoom, test } from "./support.ts";

const ARTICLE = "/articles/integrations/connect-your-crm/";

test("a reader gets from the top of a page to a step with the keyboard alone", async ({ soundPage: page }) => {
  await page.goto(ARTICLE);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  const path = page.getByRole("navigation", { name: "Quick path" });
  await path.getByRole("link", { name: "Referrers" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Fill in the Referrers tab" })).toBeInViewport();
});

test("the section being read is marked where the page is listed", async ({ soundPage: page }) => {
  await makeRoom(page);
  await page.goto(ARTICLE);
  const listed = page.getByRole("navigation", { name: "On this page" });
  await listed.getByRole("link", { name: "Contacts do not sync" }).click();
  await expect(listed.locator("[aria-current=true]")).toHaveText("Contacts do not sync");
});

test("a page that comes back out of the browser's cache has the theme that was chosen since", async ({ page }) => {
  await page.goto(ARTICLE);
  const comeBack = (theme: string | null) =>
    page.evaluate((chosen) => {
      if (chosen) localStorage.setItem("theme", chosen);
      else localStorage.removeItem("theme");
      dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    }, theme);
  await comeBack("dark");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByRole("button", { name: "Theme: dark" })).toBeVisible();
  await comeBack(null);
  await expect(page.locator("html")).not.toHaveAttribute("data-theme");
  await expect(page.getByRole("button", { name: "Theme: as the system has it" })).toBeVisible();
});

test("the theme that was chosen is there on the next page", async ({ soundPage: page }) => {
  await page.goto(ARTICLE);
  const theme = page.getByRole("button", { name: /^Theme/ });
  await theme.click();
  await theme.click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.goto("/learn/");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expectAccessible(page);
});

test("views are counted, but not of readers who ask not to be", async ({ browser }) => {
  for (const wantsPrivacy of [false, true]) {
    const context = await browser.newContext();
    if (wantsPrivacy)
      await context.addInitScript(() => Object.defineProperty(navigator, "globalPrivacyControl", { value: true }));
    const page = await context.newPage();
    const signals: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/api/signals")) signals.push(request.postData() ?? "");
    });
    await page.goto(ARTICLE);
    await page.waitForLoadState("networkidle");
    expect(signals.length).toBe(wantsPrivacy ? 0 : 1);
    await context.close();
  }
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("an article is complete, and a vote still counts", async ({ page }) => {
    await page.goto(ARTICLE);
    await expect(page.locator(".step")).toHaveCount(5);
    // help that is folded with script: what stands in it, not its title
    await expect(page.getByText("Your login may not grant what the integration asks for")).toBeVisible();
    await expect(page.getByText("Signing in brings you back to the settings")).toBeVisible();
    await expect(page.getByRole("radio", { name: "It worked" })).toHaveCount(0);
    await page.getByRole("radio", { name: "Yes" }).check();
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page).toHaveURL(/\/votes\//);
  });

  for (const [language, subject] of [
    ["", "Step 2 did not work: Sign in to your CRM"],
    ["/de", "Schritt 2 hat nicht geklappt: Melden Sie sich bei Ihrem CRM an"],
  ] as const)
    test(`a step goes to a person by its name, ${language || "in English"}`, async ({ page }) => {
      await page.goto(language + ARTICLE);
      await page.locator('.step[data-number="2"] a[data-person]').click();
      await expect(page.locator("input[name=subject]")).toHaveValue(subject);
      await expect(page.locator("select[name=topicId]")).toHaveValue("integrations");
    });

  test("search and Ask have pages of their own", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("searchbox").fill("contacts not syncing");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("link", { name: /Contacts do not sync/ }).first()).toBeVisible();
    await page.getByRole("link", { name: /^Ask/ }).first().click();
    await expect(page).toHaveURL(/\/ask/);
  });
});
