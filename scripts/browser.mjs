// Finds a Chromium for tests and measurements; installs Playwright's own where there is none.
import { existsSync } from "node:fs";
import { runPhase, runQuietly } from "./run.mjs";

/** The one without windows first: with it the tests take half the time. */
const USUAL_PLACES = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** The system's Chromium, if it has one. */
export const findChromium = () => USUAL_PLACES.find((file) => existsSync(file));

/** Path of a Chromium: CHROMIUM_PATH, the system's, Playwright's, in this order; null when none can be had. */
export async function ensureChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : null;
  const usual = findChromium();
  if (usual) return usual;
  const { chromium } = await import("@playwright/test");
  if (!existsSync(chromium.executablePath())) {
    await runPhase("Installing a browser", () => runQuietly("playwright", ["install", "--with-deps", "chromium"]));
  }
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}
