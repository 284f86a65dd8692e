import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { testHub } from "./own-hub.ts";
import { asStaff, joinDesk } from "./staff.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, makeRoom } from "./support.ts";

const FOLDER = path.resolve(".cache/own");
const draw = (ink: string, more = "") =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 124 32"><path fill="${ink}" d="M2 28 14 4h4l12 24h-5l-2.600-5.500H9.600L7 28zm9.600-9.700h8.800L16 9z"/>${more}<path fill="none" stroke="${ink}" stroke-width="4" d="M58 10a8 8 0 1 0 0 12M70 28V16a6 6 0 0 1 12 0v12m0-12a6 6 0 0 1 12 0v12M102 18h16a8 8 0 1 0-3 6"/></svg>`;
const OWN = `
links:
  - { label: { en: Imprint, de: Impressum }, url: "https://example.com/imprint" }
  - { label: { en: Terms, de: AGB }, url: /articles/start/write-an-article/ }
banner: Support is closed on Friday.
edit: { url: "https://git.example.com/acme/help/edit/main/", forReaders: true }
operator: { name: Acme Ltd, address: [1 Example Street, 12345 Exampletown], email: privacy@example.com }
`;

/** Nobody should write one; somebody will. */
const MANY_STEPS = `---
title: Twenty-five steps
summary: More steps than a line at the head of an article has room for.
kind: guide
updated: 2026-01-01
sources: [Ourselves]
---

## All of them

<Steps>
${Array.from({ length: 25 }, (_, at) => `<Step title="Do thing ${at}" short="Thing ${at}" expect="It is done.">\n\nDo it.\n\n</Step>`).join("\n")}
</Steps>
`;

/** An empty hub with an operator's own logo, icon, links and name. It connects nothing. */
function writeContent(content: string): void {
  mkdirSync(path.join(content, "brand"));
  cpSync(path.join(import.meta.dirname, "own/everything.mdx"), path.join(content, "articles/start/everything.mdx"));
  writeFileSync(path.join(content, "articles/start/many-steps.mdx"), MANY_STEPS);
  writeFileSync(path.join(content, "brand/day.svg"), draw("#143b2b", "<script>document.title = 'ran'</script>"));
  writeFileSync(path.join(content, "brand/night.svg"), draw("#b9e4cf"));
  writeFileSync(path.join(content, "brand/icon.svg"), draw("#143b2b").replace("0 0 124 32", "0 0 32 32"));
  const hub = readFileSync(path.join(content, "hub.yaml"), "utf8")
    .replace(
      "lightness: 42",
      "lightness: 42, logo: { light: brand/day.svg, dark: brand/night.svg }, icon: brand/icon.svg",
    )
    .replace("hue: 250", "hue: 162")
    .replace("languages: [en]", "languages: [en, de]")
    .replace("name: Your product", "name: Acme");
  writeFileSync(path.join(content, "hub.yaml"), hub + OWN);
}

const test = testHub(FOLDER, writeContent);

test.describe.configure({ mode: "serial" });

test("the operator's logo, icon, links and name are on every page, also on those that the server writes", async ({
  soundPage: page,
}) => {
  for (const at of ["/", "/articles/start/write-an-article/", "/privacy/", "/search/?q=step"]) {
    await page.goto(at);
    const name = page.locator(".head").getByRole("link", { name: "Acme Help", exact: true });
    const logo = name.getByRole("img", { name: "Acme" });
    await expect(logo).toBeVisible();
    await expect.poll(() => logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    expect(await logo.evaluate(({ clientHeight }) => clientHeight)).toBe(28);
    await expect(page.locator("link[rel=icon]")).toHaveAttribute("href", /^\/brand\/icon\.[0-9a-f]{12}\.svg$/);
    const foot = page.locator(".foot nav").first();
    await expect(foot.getByRole("link", { name: "Imprint" })).toHaveAttribute("href", "https://example.com/imprint");
    await expectNoSidewaysScroll(page);
  }
  await page.getByRole("link", { name: "Run by Acme Ltd" }).click();
  await expect(page).toHaveURL(/\/privacy\/#responsible$/);
  await expect(page.getByText("12345 Exampletown")).toBeVisible();
  await expectAccessible(page);
});

test("an article leads to where its file is edited, in the language that it is read in", async ({ page }) => {
  await page.goto("/de/articles/start/write-an-article/"); // in English, as there is no other
  await expect(page.getByRole("link", { name: "Diese Seite bearbeiten" })).toHaveAttribute(
    "href",
    "https://git.example.com/acme/help/edit/main/articles/start/write-an-article.mdx",
  );
});

test("under the operator's banner, Ask stands beside the page", async ({ soundPage: page }) => {
  await makeRoom(page); // a phone has the panel in the page's place
  await page.goto("/articles/start/write-an-article/");
  const title = page.getByRole("heading", { level: 1 });
  await page.keyboard.press("Control+i");
  const panel = page.getByRole("complementary", { name: "Ask" });
  const boxes = async () => ({ panel: await panel.boundingBox(), title: await title.boundingBox() });
  await expect(panel).toBeVisible();
  await expect(page.getByText("Support is closed on Friday.")).toBeInViewport();
  await expect(title).toBeInViewport();
  const { panel: ask, title: heading } = await boxes();
  expect(ask?.y).toBe(0);
  expect(ask?.x).toBeGreaterThan((heading?.x ?? 0) + (heading?.width ?? Infinity) - 1);
  expect((ask?.y ?? 0) + (ask?.height ?? 0)).toBe(page.viewportSize()?.height);
});

for (const width of [390, 1440])
  test(`whatever Markdown has stays in its column, and can be read, at ${width} px`, async ({ soundPage: page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/articles/start/everything/");
    await expect(page.getByText("What it means.")).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    const beginOf = async (text: string) => (await page.getByText(text, { exact: true }).first().boundingBox())?.x ?? 0;
    const column = await beginOf("After a rule.");
    for (const inner of ["A quote of one paragraph.", "Two one", "What it means.", "This is the paragraph in three."])
      expect(await beginOf(inner), inner).toBeGreaterThan(column + 10);
    const titled = page.locator(".code", { has: page.getByText("file.ts", { exact: true }) });
    await expect(titled.first().locator("pre")).toContainText("export function hello");
    await expect(titled.first().locator("pre")).not.toContainText("file.ts");
    await page.getByRole("link", { name: "1", exact: true }).first().click();
    await expect(page.getByText("The first footnote")).toBeInViewport();
    await expect(page.getByRole("heading", { name: "Footnotes" })).toHaveCount(0);
  });

test("lines of code are marked as their writer said, and what goes is not copied", async ({
  soundPage: page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/articles/start/everything/");
  const changed = page.locator(".code", { has: page.getByText("changed.ts", { exact: true }) }).first();
  await expect(changed.locator("mark")).toHaveText(/the line to look at/);
  await expect(changed.locator("ins")).toHaveText('const end = "new";');
  await changed.getByRole("button", { name: "Copy this" }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/^const start = .*\n\/\* kept \*\/\nconst end = "new";$/);
  const broken = page.locator("pre[data-wrap]");
  expect(await broken.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
});

for (const width of [390, 1440])
  test(`the way through many steps is gone through sideways at ${width} px`, async ({ soundPage: page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/articles/start/many-steps/");
    await expectNoSidewaysScroll(page);
    const way = page.getByRole("navigation", { name: "Quick path" });
    const [first, last] = [way.getByRole("link").first(), way.getByRole("link").last()];
    await expect(first).toBeInViewport();
    await last.focus();
    await expect(last).toBeInViewport({ ratio: 1 });
    await expect(first).not.toBeInViewport();
    await expectAccessible(page);
  });

test("a CRM that was chosen in tabs is not forgotten for a choice of something else", async ({ soundPage: page }) => {
  await page.goto("/articles/start/everything/");
  for (const label of ["Salesforce", "Two", "Windows"]) await page.getByRole("radio", { name: label }).check();
  await page.reload();
  for (const label of ["Salesforce", "Two", "Windows"])
    await expect(page.getByRole("radio", { name: label })).toBeChecked();
  await page.getByRole("radio", { name: "macOS" }).check();
  await page.reload();
  await expect(page.getByRole("radio", { name: "macOS" })).toBeChecked();
});

test("the desk has the operator's logo, and no list of connections where nothing connects", async ({
  ownHub,
  page,
}) => {
  await asStaff(page, await joinDesk(ownHub));
  const places = page.getByRole("navigation", { name: "Desk" });
  await expect(places.getByRole("link", { name: "Deliveries" })).toBeVisible();
  await expect(places.getByRole("link", { name: "Connections" })).toHaveCount(0);
  const name = page.locator(".head").getByRole("link", { name: "Acme Desk", exact: true });
  const logo = name.getByRole("img", { name: "Acme" });
  await expect.poll(() => logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await expect(name.locator(".logo")).toHaveCount(0);
});

test("of two logos a reader fetches the one of their theme, by day and by night, chosen or not", async ({ page }) => {
  const fetched: string[] = [];
  page.on("request", (request) => {
    const [, file] = /\/brand\/(logo(?:-dark)?)\./.exec(request.url()) ?? [];
    if (file) fetched.push(file);
  });
  const shown = page.locator(".own-logo:visible");
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/");
  await expect(shown).toHaveAttribute("src", /logo-dark/);
  await expect.poll(() => fetched).toEqual(["logo-dark"]);
  await page.evaluate(() => (document.documentElement.dataset["theme"] = "light"));
  await expect(shown).toHaveAttribute("src", /\/logo\./);
  await expect(shown).toHaveCount(1);
});

test("it speaks German there too, and has neither Setup, Status, Learn nor CRMs", async ({ page, request }) => {
  await page.goto("/de/");
  await expect(page.getByRole("link", { name: "Impressum" })).toBeVisible();
  await expect(page.getByRole("link", { name: "AGB" })).toHaveAttribute("href", "/de/articles/start/write-an-article/");
  await expect(page.getByRole("link", { name: "Betrieben von Acme Ltd" })).toHaveAttribute(
    "href",
    "/de/privacy/#responsible",
  );
  for (const at of ["/", "/articles/start/write-an-article/", "/widget/", "/search/?q=step", "/nothing/here/"]) {
    const html = await (await request.get(at)).text();
    expect(html, at).not.toMatch(/href="\/(?:setup|status|learn)\/|CRM/);
  }
  expect(await (await request.get("/sitemap.xml")).text()).not.toMatch(/\/(?:setup|status|learn)\//);
  for (const at of ["/setup/", "/status/", "/learn/", "/de/status/"])
    expect((await request.get(at)).status(), at).toBe(404);
  await page.goto("/");
  await page.keyboard.press("Control+k");
  await page.getByRole("searchbox").last().fill("step");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("radio")).toHaveCount(2);
  await expect(dialog.locator("select")).toHaveCount(0);
});
