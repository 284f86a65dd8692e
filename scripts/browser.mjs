// Finds a Chromium for tests and measurements; installs Playwright's own where there is none.
import { existsSync } from "node:fs";
import { runPhase, runQuietly } from "./run.mjs";

const USUAL_PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Path of a Chromium: CHROMIUM_PATH, the system's, Playwright's, in this order; null when none can be had. */
export async function ensureChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : null;
  const usual = USUAL_PLACES.find((file) => existsSync(file));
  if (usual) return usual;
  const { chromium } = await import("@playwright/test");
  if (!existsSync(chromium.executablePath())) {
    await runPhase("Installing a browser", () => runQuietly("playwright", ["install", "--with-deps", "chromium"]));
  }
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}
