/** What the first results of a search take, on both sites: bytes until they are there, and time after a key on a slow phone. */
import type { Browser, Page, Request } from "@playwright/test";
import { slowDown } from "./slow-down.ts";
import type { Site } from "./site-builds.ts";

/** Of the made articles' words: each letter finds something. */
const TYPED = "contact";
const GOAL_MS = 100;

type Place = { site: Site; open: (page: Page) => Promise<unknown>; hit: string };
type Found = { bytes: number; times: number[] };
export const SEARCH_HEAD = `| first results, 1,000 articles | KB with the page | after the first key, ms | after a later one, ms | slowest, ms |
| --- | --- | --- | --- | --- |`;

export async function searchSites(browser: Browser, ours: Site, theirs: Site, many: number) {
  const own = await search(browser, many, {
    site: ours,
    open: (page) => page.keyboard.press("Control+k"),
    // the row that leads to Ask echoes every letter: it is no result
    hit: ".results .hit",
  });
  const open = (page: Page) => page.locator("button[data-open-modal]").click();
  const other = await search(browser, many, { site: theirs, open, hit: ".pagefind-ui__result" });
  const slowest = Math.max(...own.times);
  const faults = [
    slowest > GOAL_MS && `results ${slowest.toFixed(0)} ms after a key, at most ${GOAL_MS}`,
    own.bytes > other.bytes && `${kilobytes(own.bytes)} KB to the first result, Starlight ${kilobytes(other.bytes)}`,
  ];
  return { rows: [row("ours", own), row("Starlight", other)], faults: faults.filter((fault) => fault !== false) };
}

async function search(browser: Browser, many: number, { site, open, hit }: Place): Promise<Found> {
  const { url, stop } = await site.serve(many);
  const page = await browser.newPage();
  try {
    const requests: Request[] = [];
    page.on("requestfinished", (request) => requests.push(request));
    await page.addInitScript(watchResults, hit);
    await page.goto(url + site.article(many), { waitUntil: "load" });
    await slowDown(page);
    await page.waitForTimeout(1500);
    await open(page);
    await page.waitForTimeout(1500);
    await page.keyboard.type(TYPED.slice(0, 2), { delay: 5 });
    await page.locator(hit).first().waitFor();
    const bytes = await weigh(requests);
    for (const key of TYPED.slice(2)) {
      await page.waitForTimeout(1000);
      await page.keyboard.press(key);
    }
    await page.waitForTimeout(1500);
    return { bytes, times: await page.evaluate(() => (globalThis as unknown as { times: number[] }).times) };
  } finally {
    await page.close();
    await stop();
  }
}

/** Runs in the page: milliseconds from a key to the paint of what it found. */
function watchResults(hit: string): void {
  const times: number[] = [];
  Object.assign(globalThis, { times });
  let pressed: number | null = null;
  addEventListener("keydown", ({ key, timeStamp }) => (pressed = key.length === 1 ? timeStamp : null), true);
  const holdsHit = (node: Node) =>
    node instanceof Element && (node.matches(hit) || node.closest(hit) !== null || node.querySelector(hit) !== null);
  new MutationObserver((changes) => {
    const shows = changes.some(
      ({ target, addedNodes }) => holdsHit(target.parentElement ?? target) || [...addedNodes].some(holdsHit),
    );
    if (pressed === null || !shows || !document.querySelector(hit)) return;
    const from = pressed;
    pressed = null;
    requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - from)));
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

async function weigh(requests: Request[]): Promise<number> {
  const sizes = await Promise.all(requests.map((request) => request.sizes()));
  return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
function row(name: string, { bytes, times: [first = 0, ...later] }: Found): string {
  const middle = later.toSorted((a, b) => a - b)[Math.floor(later.length / 2)] ?? 0;
  return `| ${[name, kilobytes(bytes), ...[first, middle, Math.max(first, ...later)].map((ms) => ms.toFixed(0))].join(" | ")} |`;
}
