import type { FrameLocator, Page } from "@playwright/test";
import { startHostPages, type HostPages } from "#test/fakes/host-pages.ts";
import { PRODUCT_SECRET } from "#test/support/hub.ts";
import { serveHub, type ServedHub } from "#test/support/served-hub.ts";

export type Site = { hub: ServedHub; host: HostPages; other: HostPages; stop: () => Promise<void> };

/** A hub, a product that may show it in its pages, and one that may not. */
export async function startSite(): Promise<Site> {
  let hubUrl = "";
  const host = await startHostPages(() => hubUrl);
  const other = await startHostPages(() => hubUrl);
  const hub = await serveHub(
    { SPAM_PROOF: "off", WORKSPACE_JWT_SECRET: PRODUCT_SECRET, TRUSTED_PROXIES: "127.0.0.0/8,::1/128" },
    { widget: { origins: [host.url] } },
  );
  hubUrl = hub.url;
  const stop = async () => {
    await Promise.all([hub.stop(), host.close(), other.close()]);
  };
  return { hub, host, other, stop };
}

export const helpButton = (page: Page) => page.getByRole("button", { name: "Help", exact: true });
export const panelOf = (page: Page): FrameLocator => page.locator("handrail-widget").frameLocator("iframe");

/** What the host's listeners heard, by the events' names. */
export const heard = (page: Page): Promise<[string, Record<string, unknown>][]> =>
  page.evaluate(() => (window as unknown as { heard: [string, Record<string, unknown>][] }).heard);
