/** What an article's page brings before anything is pressed, on both sites. */
import type { Browser } from "@playwright/test";
import { weighPage, type PageWeight } from "#test/support/page-weight.ts";
import type { Site } from "./site-builds.ts";

/** Bytes (1 KB is 1,000), requests, and the sum of Starlight's. */
const GOALS = { js: 8000, requests: 6, ofStarlight: 0.5 };

export const WEIGHT_HEAD = `| article page, KB | HTML | CSS | JS | typeface | rest | sum | ratio | requests |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |`;

type Weighed = { rows: string[]; faults: string[] };
type Asked = { browser: Browser; ours: Site; theirs: Site; many: number | null };

export async function weighSites({ browser, ours, theirs, many }: Asked): Promise<Weighed> {
  const own = await weigh(browser, ours, many);
  const other = await weigh(browser, theirs, many);
  const ratio = sum(own) / sum(other);
  const name = many === null ? "this hub's own" : many.toLocaleString("en");
  const faults = [
    own.js > GOALS.js && `${name}: ${kilobytes(own.js)} KB of JS, at most ${kilobytes(GOALS.js)}`,
    own.requests > GOALS.requests && `${name}: ${own.requests} requests, at most ${GOALS.requests}`,
    ratio > GOALS.ofStarlight && `${name}: ${ratio.toFixed(2)} of the bytes, at most ${GOALS.ofStarlight}`,
  ];
  return {
    rows: [row(`${name}, ours`, own, ratio.toFixed(2)), row(`${name}, Starlight`, other, "")],
    faults: faults.filter((fault) => fault !== false),
  };
}

async function weigh(browser: Browser, site: Site, many: number | null): Promise<PageWeight> {
  const { url, stop } = await site.serve(many);
  const page = await browser.newPage();
  try {
    return await weighPage(page, url + site.article(many));
  } finally {
    await page.close();
    await stop();
  }
}

/** With the typeface: Starlight has none of its own. */
const sum = ({ html, css, js, font, other }: PageWeight) => html + css + js + font + other;
const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);

function row(name: string, weight: PageWeight, ratio: string): string {
  const { html, css, js, font, other, requests } = weight;
  const bytes = [html, css, js, font, other, sum(weight)].map(kilobytes);
  return `| ${[name, ...bytes, ratio, requests].join(" | ")} |`;
}
