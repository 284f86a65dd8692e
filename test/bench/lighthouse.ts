import lighthouse from "lighthouse";
import { freePort } from "#test/support/ports.ts";
import { openBrowser } from "./open-browser.ts";

/** The middle of so many runs: a machine that does something else meanwhile is slower now and then. */
const RUNS = 3;

export type Judged = {
  /** 0 to 100, by category. */
  scores: Map<string, number>;
  largestPaintMs: number;
  /** Cumulative layout shift. */
  shift: number;
};

/** What Lighthouse says of a page as it is set for a phone. */
export async function judgePage(url: string): Promise<Judged> {
  const runs: Judged[] = [];
  for (let run = 0; run < RUNS; run++) runs.push(await judgeOnce(url));
  const middle = (pick: (run: Judged) => number) => runs.map(pick).toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
  const titles = [...(runs[0]?.scores.keys() ?? [])];
  return {
    scores: new Map(titles.map((title) => [title, middle(({ scores }) => scores.get(title) ?? 0)])),
    largestPaintMs: middle(({ largestPaintMs }) => largestPaintMs),
    shift: middle(({ shift }) => shift),
  };
}

async function judgeOnce(url: string): Promise<Judged> {
  const port = await freePort();
  const browser = await openBrowser(`--remote-debugging-port=${port}`);
  try {
    const result = await lighthouse(url, { port, logLevel: "error", output: "json" });
    const { categories = {}, audits = {} } = result?.lhr ?? {};
    // a category without anything to judge has no score
    const judged = Object.values(categories).flatMap(({ title, score }): [string, number][] =>
      score === null ? [] : [[title, Math.round(score * 100)]],
    );
    return {
      scores: new Map(judged),
      largestPaintMs: audits["largest-contentful-paint"]?.numericValue ?? Infinity,
      shift: audits["cumulative-layout-shift"]?.numericValue ?? Infinity,
    };
  } finally {
    await browser.close();
  }
}
