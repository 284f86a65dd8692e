/** How long after a key or a press the page is painted again, on a slow phone. */
import type { Browser, Locator, Page } from "@playwright/test";
import { slowDown } from "./slow-down.ts";

const GOAL_MS = 50;
const RUNS = 3;
const ARTICLE = "/articles/integrations/connect-your-crm/";
/** What the browser takes by itself: a field and a switch that do nothing, on a page that has nothing else. */
const BARE = "data:text/html,<input><br><label><input type=checkbox>It worked</label>";
const SETTLED_MS = 800;

const INTERACTIONS: Record<string, (page: Page) => Promise<unknown>> = {
  "search: keys": async (page) => {
    await page.keyboard.press("Control+k");
    await page.waitForTimeout(SETTLED_MS);
    for (const key of "contacts") {
      await page.keyboard.press(key);
      await page.waitForTimeout(SETTLED_MS / 4);
    }
  },
  "step: It worked": async (page) => {
    const steps = page.locator("[data-step] [data-judge]");
    for (const index of [0, 1]) {
      await press(page, steps.nth(index).locator("label"));
      await page.waitForTimeout(SETTLED_MS);
    }
  },
  "panel: Ask": (page) => press(page, page.locator("a.ask-btn")),
  "panel: search": (page) => press(page, page.locator("a.find")),
};
const ON_BARE: typeof INTERACTIONS = {
  "a bare field: key": async (page) => {
    await page.locator("input").first().focus();
    for (const key of "con") {
      await page.keyboard.press(key);
      await page.waitForTimeout(SETTLED_MS / 4);
    }
  },
  "a bare switch": (page) => press(page, page.locator("label")),
};

/** As a mouse does it: `click` of a locator listens in the page to where it hits, which takes a slow one 20 ms and more. */
async function press(page: Page, target: Locator): Promise<void> {
  await target.first().scrollIntoViewIfNeeded();
  await page.waitForTimeout(SETTLED_MS / 4);
  const box = await target.first().boundingBox();
  if (!box) throw new Error("There is nothing to press: what is measured is not on the page.");
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

export const INTERACTION_HEAD = `| interaction, 4 times slower | ms to the next paint, slowest, middle of ${RUNS} runs |
| --- | --- |`;

/** Rows of a table, and what is over the goal. */
export async function measureInteractions(
  browser: Browser,
  url: string,
): Promise<{ rows: string[]; faults: string[] }> {
  const [rows, faults]: [string[], string[]] = [[], []];
  const measure = async (name: string, address: string, act: (page: Page) => Promise<unknown>) => {
    const runs: number[] = [];
    for (let run = 0; run < RUNS; run++) runs.push(await slowest(browser, address, act));
    const middle = runs.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
    rows.push(`| ${name} | ${middle.toFixed(0)} |`);
    return middle;
  };
  for (const [name, act] of Object.entries(ON_BARE)) await measure(name, BARE, act);
  for (const [name, act] of Object.entries(INTERACTIONS)) {
    const middle = await measure(name, url + ARTICLE, act);
    if (middle > GOAL_MS) faults.push(`${name}: ${middle.toFixed(0)} ms to the next paint, at most ${GOAL_MS}`);
  }
  return { rows, faults };
}

async function slowest(browser: Browser, url: string, act: (page: Page) => Promise<unknown>): Promise<number> {
  const page = await browser.newPage();
  try {
    await page.goto(url, { waitUntil: "load" });
    await slowDown(page);
    await page.waitForTimeout(SETTLED_MS);
    await page.evaluate(watchEvents);
    await act(page);
    await page.waitForTimeout(SETTLED_MS);
    return await page.evaluate(() => (globalThis as unknown as { slowest: number }).slowest);
  } finally {
    await page.close();
  }
}

/** Runs in the page: https://www.w3.org/TR/event-timing/, whose shortest is 16 ms. */
function watchEvents(): void {
  const kept = globalThis as unknown as { slowest: number };
  kept.slowest = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries().filter((entry) => "interactionId" in entry && entry.interactionId))
      kept.slowest = Math.max(kept.slowest, duration);
  });
  observer.observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
}
