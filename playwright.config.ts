import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/browser.mjs";

const executablePath = process.env["CHROMIUM_PATH"] ?? findChromium();

const WIDTHS = { phone: 390, tablet: 1024, wide: 1600 };
const THEMES = ["light", "dark"] as const;

const look = (width: keyof typeof WIDTHS, theme: (typeof THEMES)[number]) => ({
  name: `${width} ${theme}`,
  use: { viewport: { width: WIDTHS[width], height: width === "phone" ? 844 : 900 }, colorScheme: theme },
});
/** A flow is tried in one look; that pages are sound is tried in the one farthest from it too. */
const usualLooks = [look("wide", "light"), { ...look("phone", "dark"), testMatch: "**/pages.spec.ts" }];
/** Chooses widths, themes and languages itself: once is enough. */
const MATRIX = "**/matrix/*.spec.ts";
const matrix = { ...look("wide", "light"), name: "matrix", testMatch: MATRIX };

/** LOOK="phone dark": every flow in this one, in a run and with a hub of its own (npm run test:full). */
function looksOf(wanted: string | undefined) {
  if (!wanted) return usualLooks;
  const every = (Object.keys(WIDTHS) as (keyof typeof WIDTHS)[]).flatMap((width) =>
    THEMES.map((theme) => look(width, theme)),
  );
  const found = every.filter(({ name }) => name === wanted);
  if (found.length === 0) throw new Error(`No look "${wanted}"; there are ${every.map(({ name }) => name).join(", ")}`);
  return found;
}

export default defineConfig({
  testDir: "test/e2e",
  globalSetup: "./test/e2e/hub.setup.ts",
  outputDir: "test-results",
  projects: [...looksOf(process.env["LOOK"]).map((each) => ({ testIgnore: MATRIX, ...each })), matrix],
  workers: 2,
  fullyParallel: true,
  snapshotPathTemplate: "{testDir}/{testFileDir}/{arg}{ext}",
  forbidOnly: true,
  // axe reads a whole page, beside another browser on the other core
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "line",
  use: {
    baseURL: process.env["HUB_URL"] ?? "",
    locale: "en-GB",
    timezoneId: "Europe/Paris",
    // every test takes half as long again with it
    trace: process.env["TRACE"] ? "retain-on-failure" : "off",
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        "--no-sandbox",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
