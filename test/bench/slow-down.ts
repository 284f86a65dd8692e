import type { Page } from "@playwright/test";

const TIMES = 4;

/** Lets the page's processor be four times as slow: a phone of the middle class. */
export async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: TIMES });
}
