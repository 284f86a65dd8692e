/** npm run bench:pages: what pages weigh, what Lighthouse says of them on a phone, and how soon they answer. Exits 1 over a goal. */
import { BUDGET, weighPage, type PageWeight } from "#test/support/page-weight.ts";
import { serveHub } from "#test/support/served-hub.ts";
import { INTERACTION_HEAD, measureInteractions } from "./interactions.ts";
import { judgePage } from "./lighthouse.ts";
import { openBrowser } from "./open-browser.ts";

const PAGES = {
  home: "/",
  article: "/articles/integrations/connect-your-crm/",
  setup: "/setup/hubspot/",
  status: "/status/",
};
/** Of 100; milliseconds in the simulation of a phone. */
const GOALS = { score: 100, largestPaintMs: 1000, shift: 0 };

async function weigh(url: string): Promise<PageWeight> {
  const browser = await openBrowser();
  try {
    return await weighPage(await browser.newPage(), url);
  } finally {
    await browser.close();
  }
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
const say = (line: string) => process.stdout.write(`${line}\n`);
const faults: string[] = [];
const expectAtMost = (what: string, bytes: number, most: number) => {
  if (bytes > most) faults.push(`article, ${what}: ${kilobytes(bytes)} KB, at most ${kilobytes(most)}`);
};

async function tellPage(name: string, url: string): Promise<void> {
  const { html, css, js, font, other, requests } = await weigh(url);
  const { scores, largestPaintMs, shift } = await judgePage(url);
  const bytes = [html, css, js, html + css + js, font, other].map(kilobytes);
  const points = [...scores.values()].join(", ");
  say(`| ${[name, ...bytes, requests, points, (largestPaintMs / 1000).toFixed(2), shift.toFixed(2)].join(" | ")} |`);
  if (name === "article") {
    expectAtMost("HTML, CSS and JS", html + css + js, BUDGET.htmlCssJs);
    expectAtMost("JS", js, BUDGET.js);
    expectAtMost("fonts", font, BUDGET.font);
  }
  const low = [...scores].filter(([, value]) => value < GOALS.score);
  faults.push(...low.map(([title, value]) => `${name}: ${title} ${value}, at least ${GOALS.score}`));
  if (scores.size < 4) faults.push(`${name}: Lighthouse judged ${scores.size} categories only`);
  if (largestPaintMs > GOALS.largestPaintMs)
    faults.push(`${name}: largest paint after ${largestPaintMs.toFixed(0)} ms, at most ${GOALS.largestPaintMs}`);
  if (shift > GOALS.shift) faults.push(`${name}: layout shifts by ${shift.toFixed(3)}`);
}

const hub = await serveHub();
try {
  say(
    "| page | HTML | CSS | JS | sum | fonts | rest | requests | performance, accessibility, practices, SEO, agents | LCP, s | CLS |",
  );
  say("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
  for (const [name, path] of Object.entries(PAGES)) await tellPage(name, hub.url + path);
  const browser = await openBrowser();
  try {
    const { rows, faults: slow } = await measureInteractions(browser, hub.url);
    say(`\n${[INTERACTION_HEAD, ...rows].join("\n")}`);
    faults.push(...slow);
  } finally {
    await browser.close();
  }
} finally {
  await hub.stop();
}
for (const fault of faults) say(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
