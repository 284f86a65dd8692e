import { chromium, type Browser } from "@playwright/test";
import { ensureChromium } from "../../scripts/browser.mjs";

/** The browser that the end-to-end tests use. */
export async function openBrowser(...args: string[]): Promise<Browser> {
  const executablePath = await ensureChromium();
  if (!executablePath) throw new Error("There is no browser: name one by CHROMIUM_PATH");
  return chromium.launch({ executablePath, args: ["--no-sandbox", ...args] });
}
