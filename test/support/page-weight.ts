import type { Page, Response } from "@playwright/test";

/** Bytes of the bodies as they crossed the wire, and how many there were. */
export type PageWeight = { html: number; css: number; js: number; font: number; other: number; requests: number };

/** An article may weigh this much, cold and compressed; `widget` is what a host loads before it is opened. 1 KB is 1,000 bytes. */
export const BUDGET = { htmlCssJs: 24_000, js: 8_000, font: 40_000, widget: 6_000 };

/** What comes unasked comes within this time. */
const SETTLED_MS = 2000;

/** Loads an address into an empty browser, waits a little, and weighs what came. Nothing is touched. */
export async function weighPage(page: Page, url: string): Promise<PageWeight> {
  const responses: Response[] = [];
  page.on("response", (response) => {
    // a stream has no size until it ends
    if (response.request().resourceType() !== "eventsource") responses.push(response);
  });
  await page.goto(url, { waitUntil: "load" });
  await page.waitForTimeout(SETTLED_MS);
  const weight: PageWeight = { html: 0, css: 0, js: 0, font: 0, other: 0, requests: responses.length };
  for (const response of responses) {
    const { responseBodySize } = await response.request().sizes();
    weight[kindOf(response)] += responseBodySize;
  }
  return weight;
}

function kindOf(response: Response): keyof PageWeight {
  switch (response.request().resourceType()) {
    case "document":
      return "html";
    case "stylesheet":
      return "css";
    case "script":
      return "js";
    case "font":
      return "font";
    default:
      return "other";
  }
}
