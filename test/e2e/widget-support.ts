import type { FrameLocator, Page } from "@playwright/test";
import { startHostPages } from "#test/fakes/host-pages.ts";
import type { Served } from "#test/fakes/serve.ts";
import { PRODUCT_SECRET } from "#test/support/hub.ts";
import type { Changes } from "#test/support/copy-content.ts";
import { serveHub, type ServedHub } from "#test/support/served-hub.ts";

export type Site = { hub: ServedHub; host: Served; other: Served; stop: () => Promise<void> };

/** A hub, a product that may show it in its pages, and one that may not. */
export async function startSite(settings: Record<string, string> = {}, changes: Changes = {}): Promise<Site> {
  let hubUrl = "";
  const host = await startHostPages(() => hubUrl);
  const other = await startHostPages(() => hubUrl);
  const hub = await serveHub(
    { SPAM_PROOF: "off", WORKSPACE_JWT_SECRET: PRODUCT_SECRET, TRUSTED_PROXIES: "127.0.0.0/8,::1/128", ...settings },
    { ...changes, widget: { origins: [host.url] } },
  );
  hubUrl = hub.url;
  const stop = async () => {
    await Promise.all([hub.stop(), host.close(), other.close()]);
  };
  return { hub, host, other, stop };
}

export const helpButton = (page: Page) => page.getByRole("button", { name: "Help", exact: true });
type Handrail = { handrail: (...given: unknown[]) => void };
/** `window.handrail(…)`, as the host calls it. */
export const call = (page: Page, ...given: unknown[]): Promise<void> =>
  page.evaluate((all) => (window as unknown as Handrail).handrail(...all), given);

export const panelOf = (page: Page): FrameLocator => page.locator("handrail-widget").frameLocator("iframe");

/** What the host's listeners heard, by the events' names. */
export const heard = (page: Page): Promise<[string, Record<string, unknown>][]> =>
  page.evaluate(() => (window as unknown as { heard: [string, Record<string, unknown>][] }).heard);
