import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { AstroPrerenderer } from "astro";
import { listPages, type Address } from "./built-pages.ts";
import type { Sound } from "./finish-pages.ts";
import type { Given, Order, Report } from "./finish-pages.worker.ts";
import type { ContentSources } from "./read-sources.ts";
import { Refusal } from "./refuse-mistakes.ts";

/** What finishes pages, in a thread of its own, which starts while Astro does. */
export function startFinisher(publicDir: string, written: ContentSources) {
  const given: Given = { publicDir, sources: plain(written) };
  const worker = new Worker(new URL("finish-pages.worker.ts", import.meta.url), { workerData: given });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  const order = (said: Order) => worker.postMessage(said);
  const ordered = new Set<string>();
  const give = (page: Address) => {
    if (!ordered.has(page.file)) order({ page });
    ordered.add(page.file);
  };
  let refused: string | undefined;
  let known = 0;
  worker.on("message", (said: Report) => {
    // build.mjs listens
    if ("tell" in said || "written" in said) process.send?.(said);
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
      let before: Address | null = null;
      return {
        ...standard,
        async setup() {
          await standard.setup?.();
          order({ begin: true });
        },
        render(request, options) {
          if (before) give(before);
          before = addressOf(new URL(request.url).pathname);
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

/** Without functions, which go into no thread. */
const plain = ({ articles, glossary, questions, redirects }: ContentSources): Sound => ({
  articles: articles.map(({ lineOf: _lineOf, ...article }) => article),
  glossary,
  questions,
  redirects,
});

/** Null for what is no page, such as the feed, or an image whose address was asked for as a page's is. */
function addressOf(url: string): Address | null {
  const path = decodeURI(url);
  return path.endsWith("/") && !/\.\w+\/$/.test(path) ? { path, file: `${path.slice(1)}index.html` } : null;
}
