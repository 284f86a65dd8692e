/** npm run bench:pages: what pages weigh, and what Lighthouse says of them on a phone. Exits 1 over a budget. */
import lighthouse from "lighthouse";
import { freePort } from "#test/support/ports.ts";
import { BUDGET, weighPage, type PageWeight } from "#test/support/page-weight.ts";
import { serveHub } from "#test/support/served-hub.ts";
import { openBrowser } from "./open-browser.ts";

const PAGES = { home: "/", article: "/articles/integrations/connect-your-crm/", status: "/status/" };
const LEAST_SCORE = 98;
/** The middle of so many runs: a machine that does something else meanwhile is slower now and then. */
const RUNS = 3;

async function weigh(url: string): Promise<PageWeight> {
  const browser = await openBrowser();
  try {
    return await weighPage(await browser.newPage(), url);
  } finally {
    await browser.close();
  }
}

/** Scores of 0 to 100 by category, the middle of several runs. */
async function score(url: string): Promise<Map<string, number>> {
  const runs: Map<string, number>[] = [];
  for (let run = 0; run < RUNS; run++) runs.push(await scoreOnce(url));
  const middle = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  const titles = [...(runs[0]?.keys() ?? [])];
  return new Map(titles.map((title) => [title, middle(runs.map((scores) => scores.get(title) ?? 0))]));
}

async function scoreOnce(url: string): Promise<Map<string, number>> {
  const port = await freePort();
  const browser = await openBrowser(`--remote-debugging-port=${port}`);
  try {
    const result = await lighthouse(url, { port, logLevel: "error", output: "json" });
    const categories = Object.values(result?.lhr.categories ?? {});
    // a category without anything to judge has no score
    const judged = categories.flatMap(({ title, score: part }) =>
      part === null ? [] : [[title, part * 100] as const],
    );
    return new Map(judged.map(([title, points]) => [title, Math.round(points)]));
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

const hub = await serveHub();
try {
  say("| page | HTML | CSS | JS | sum | fonts | rest | Lighthouse, mobile |");
  say("| --- | --- | --- | --- | --- | --- | --- | --- |");
  for (const [name, path] of Object.entries(PAGES)) {
    const { html, css, js, font, other } = await weigh(hub.url + path);
    const scores = await score(hub.url + path);
    const bytes = [html, css, js, html + css + js, font, other].map(kilobytes);
    const points = [...scores].map(([title, value]) => `${title} ${value}`).join(", ");
    say(`| ${[name, ...bytes, points].join(" | ")} |`);
    if (name === "article") {
      expectAtMost("HTML, CSS and JS", html + css + js, BUDGET.htmlCssJs);
      expectAtMost("JS", js, BUDGET.js);
      expectAtMost("fonts", font, BUDGET.font);
    }
    const low = [...scores].filter(([, value]) => value < LEAST_SCORE);
    faults.push(...low.map(([title, value]) => `${name}: ${title} ${value}, at least ${LEAST_SCORE}`));
    if (scores.size < 4) faults.push(`${name}: Lighthouse judged ${scores.size} categories only`);
  }
} finally {
  await hub.stop();
}
for (const fault of faults) say(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
