import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { AstroPrerenderer } from "astro";
import { listPages, type Address } from "./built-pages.ts";
import type { Order, Report } from "./finish-pages.worker.ts";
import { Refusal } from "./refuse-mistakes.ts";

/** What finishes pages, in a thread of its own. */
export function startFinisher(publicDir: string) {
  const worker = new Worker(new URL("finish-pages.worker.ts", import.meta.url), { workerData: publicDir });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  const order = (said: Order) => worker.postMessage(said);
  const given = new Set<string>();
  const give = (page: Address) => {
    if (!given.has(page.file)) order({ page });
    given.add(page.file);
  };
  let refused: string | undefined;
  let known = 0;
  worker.on("message", (said: Report) => {
    // build.mjs listens
    if ("tell" in said) process.send?.(said.tell);
    else if ("warn" in said) process.stdout.write(said.warn);
    else if ("known" in said) known = said.known;
    else refused = said.refused;
  });
  const ended = once(worker, "exit");
  // a build that fails elsewhere ends without it
  ended.catch(() => {});
  worker.unref();
  return {
    /** Gives it each page as soon as the next one is asked for: then it is written. */
    watch(standard: AstroPrerenderer): AstroPrerenderer {
      let written: Address | null = null;
      return {
        ...standard,
        async setup() {
          await standard.setup?.();
          order({ begin: true });
        },
        render(request, options) {
          if (written) give(written);
          written = addressOf(new URL(request.url).pathname);
          return standard.render(request, options);
        },
      };
    },
    /** Gives how many articles there are. @throws Refusal */
    async finish(): Promise<number> {
      worker.ref();
      listPages(publicDir).forEach(give);
      order({ end: true });
      await ended;
      if (refused !== undefined) throw new Refusal(refused);
      return known;
    },
  };
}

/** Null for what is no page, such as the feed, or an image whose address was asked for as a page's is. */
function addressOf(url: string): Address | null {
  const path = decodeURI(url);
  return path.endsWith("/") && !/\.\w+\/$/.test(path) ? { path, file: `${path.slice(1)}index.html` } : null;
}
