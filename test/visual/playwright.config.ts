import path from "node:path";
import { defineConfig } from "@playwright/test";
import { findChromium } from "../../scripts/browser.mjs";

// Apart from `npm test`: pictures are one machine's, made and kept by scripts/test-visual.mjs.
const executablePath = process.env["CHROMIUM_PATH"] ?? findChromium();
const pictures = process.env["VISUAL_PICTURES"];
if (!pictures) throw new Error("Run it by `npm run test:visual`, which knows where the pictures are.");

const WIDTHS = [390, 1024, 1600];
const THEMES = ["light", "dark"] as const;

export default defineConfig({
  testDir: ".",
  globalSetup: "./visual.setup.ts",
  outputDir: path.resolve("test-results/visual"),
  snapshotPathTemplate: `${pictures}/{projectName}/{arg}{ext}`,
  projects: WIDTHS.flatMap((width) =>
    THEMES.map((colorScheme) => ({
      name: `${width}-${colorScheme}`,
      use: { viewport: { width, height: 900 }, colorScheme },
    })),
  ),
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 60_000,
  reporter: "line",
  expect: { toHaveScreenshot: { animations: "disabled", caret: "hide", scale: "css" }, timeout: 20_000 },
  use: {
    locale: "en-GB",
    timezoneId: "Europe/Paris",
    bypassCSP: true, // for the sheet that hides times
    launchOptions: { ...(executablePath && { executablePath }), args: ["--no-sandbox", "--font-render-hinting=none"] },
  },
});
