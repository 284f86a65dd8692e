import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import { copyContent } from "#test/support/copy-content.ts";
import { serveHub, type ServedHub } from "#test/support/served-hub.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./support.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const READ = "/articles/syncing/contacts-not-syncing/";
const TITLE = "Contacts do not sync, and nothing says why";
let folder = "";
let buildsDir = "";
let hub: ServedHub;
/** The build of the content as it is, without copies. */
let plain = "";

const readCurrent = (dir: string) => readFileSync(path.join(dir, "current"), "utf8").trim();

test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  test.setTimeout(400_000); // a build, beside whatever else runs
  folder = mkdtempSync(path.join(tmpdir(), "handrail-offline-"));
  buildsDir = path.join(folder, "builds");
  copyContent(path.join(folder, "content"), { offline: true });
  const env = { ...process.env, CONTENT_DIR: path.join(folder, "content"), BUILDS_DIR: buildsDir };
  execFileSync(process.execPath, [path.join(ROOT, "scripts/build.mjs")], { env, stdio: "ignore" });
  const own = process.env["BUILDS_DIR"] ?? path.join(ROOT, "builds");
  plain = readCurrent(own);
  cpSync(path.join(own, plain), path.join(buildsDir, plain), { recursive: true });
  hub = await serveHub({ BUILDS_DIR: buildsDir }, { offline: true });
});
test.afterAll(async () => {
  await hub?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The paths that this browser has copies of. */
const copiesIn = (page: Page) =>
  page.evaluate(async () => {
    const kept = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return kept.flat().map(({ url }) => new URL(url).pathname);
  });
const workersIn = (page: Page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

test("what was read opens without a connection and says since when; nothing private is kept", async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  await page.goto(hub.url + READ);
  await expect.poll(() => copiesIn(page)).toContain(READ);
  for (const each of ["/status/", "/setup/", "/search/?q=sync", "/contact/", "/privacy/", "/desk/", `/de${READ}`])
    await page.goto(hub.url + each);
  await expect.poll(() => copiesIn(page)).toContain("/de/offline/");
  for (const each of await copiesIn(page))
    expect(each).toMatch(
      /^(?:\/de)?\/(?:offline\/|articles\/syncing\/contacts-not-syncing\/|_astro\/|fonts\/|\w+\.svg$)/,
    );

  await context.setOffline(true);
  await page.goto(hub.url + READ);
  await expect(page.getByRole("heading", { level: 1, name: TITLE })).toBeVisible();
  const line = page.getByRole("complementary", { name: "You are offline" });
  await expect(line).toHaveText(
    /^You are offline\. This page is the copy that your device has had since \d+ \w+ \d{4} at \d\d:\d\d\.$/,
  );
  await page.getByRole("link", { name: "Nobody at all" }).click(); // as drawn: its script is there
  await expect(page.locator("html")).toHaveAttribute("data-js", "");
  await expect(page.getByRole("list", { name: "Your answers" })).toContainText("Nobody at all");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("tenant id");
  await expect(page.getByRole("dialog", { name: "Search" }).getByText("Offline.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expectAccessible(page);

  await page.goto(`${hub.url}/articles/integrations/connect-your-crm/`);
  await expect(page.getByRole("heading", { level: 1, name: "You are offline" })).toBeVisible();
  await expect(line).toBeHidden();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  const listed = page.getByRole("main").getByRole("listitem");
  await expect(listed).toHaveCount(2);
  await listed.getByRole("link", { name: TITLE }).click();
  await expect(page.getByRole("heading", { level: 1, name: TITLE })).toBeVisible();
  await page.goto(`${hub.url}/de${READ}`);
  await expect(page.getByText(/^Sie sind offline\. .* seit \d+\. \w+ \d{4} um \d\d:\d\d hat\.$/)).toBeVisible();

  await context.setOffline(false);
  await page.goto(hub.url + READ);
  await expect(page.getByRole("heading", { level: 1, name: TITLE })).toBeVisible();
  await expect(line).toBeHidden();
});

test("copies of another build go, and all of them where a reader wants no trace", async ({ page }) => {
  await page.goto(`${hub.url}/robots.txt`); // of this origin, and no page that registers a worker
  await page.evaluate(async () => (await caches.open("handrail-earlier")).put("/learn/", new Response("old")));
  await page.goto(hub.url + READ);
  await expect.poll(() => copiesIn(page)).toContain(READ);
  expect(await copiesIn(page)).not.toContain("/learn/");
  await page.addInitScript(() => Object.defineProperty(navigator, "globalPrivacyControl", { value: true }));
  await page.goto(`${hub.url}/learn/`);
  await expect.poll(() => workersIn(page)).toBe(0);
  await expect.poll(() => copiesIn(page)).toEqual([]);
  await page.goto(`${hub.url}/privacy/`);
  await expect(page.getByText("Pages that you have read stay on this device")).toBeVisible();
});

test("when the setting is turned off, the worker and its copies go", async ({ page }) => {
  await page.goto(hub.url + READ);
  await expect.poll(() => copiesIn(page)).toContain(READ);
  const keeping = readCurrent(buildsDir);
  writeFileSync(path.join(buildsDir, "current"), plain);
  try {
    await expect
      .poll(async () => (await (await page.request.get(`${hub.url}/sw.js`)).text()).includes("unregister"))
      .toBe(true);
    await page.goto(`${hub.url}/learn/`);
    await expect.poll(() => workersIn(page)).toBe(0);
    await expect.poll(() => copiesIn(page)).toEqual([]);
  } finally {
    writeFileSync(path.join(buildsDir, "current"), keeping);
  }
});
