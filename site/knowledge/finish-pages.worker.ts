/** finish-pages.ts, beside the build: it reads a page while Astro writes the next. page-finisher.ts speaks with it. */
import { on } from "node:events";
import { parentPort, workerData } from "node:worker_threads";
import type { Address } from "./built-pages.ts";
import { finishPages, type Asked } from "./finish-pages.ts";
import { Refusal } from "./refuse-mistakes.ts";

export type Given = Pick<Asked, "publicDir" | "sources">;
/** `begin` once, `page` for each, `end`. */
export type Order = { begin: true } | { page: Address } | { end: true };
/** `written`: knowledge.json is there. */
export type Report = { tell: string } | { written: true } | { warn: string } | { known: number } | { refused: string };

if (!parentPort) throw new Error("finish-pages.worker.ts runs as a worker");
const port = parentPort;
const given = workerData as Given; // its only argument
const report = (said: Report) => port.postMessage(said);
const orders = on(port, "message") as AsyncIterableIterator<[Order]>; // as page-finisher.ts sends them

async function* pages(): AsyncGenerator<Address> {
  for await (const [order] of orders) {
    if ("end" in order) return;
    if ("page" in order) yield order.page;
  }
}

try {
  const known = await finishPages({
    ...given,
    begun: orders.next(),
    pages: pages(),
    tell: (tell) => report({ tell }),
    written: () => report({ written: true }),
    warn: (warn) => report({ warn }),
  });
  report({ known });
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  report({ refused: error.message });
}
port.close();
