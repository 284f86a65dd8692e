import type { IntegrationView } from "#server/features/integrations/integrations.schema.ts";
import { callHub, readAnswer } from "#site/problem.ts";
import { bring } from "../bring.ts";

/** One reading for all blocks of a page. Without an answer, what stands in the article stays. */
let reading: Promise<IntegrationView[]> | undefined;

/**
 * Blocks in articles become the reader's own when they come near the window: not before, so that an article stays
 * light. What only a reader with a connection needs is imported for them alone.
 */
export function wakeBlocks(): void {
  reading = undefined; // the widget shows page after page, and its reader may be another by now
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting || !(target instanceof HTMLElement)) continue;
        seen.unobserve(target);
        void fillBlock(target);
      }
    },
    { rootMargin: "100px" },
  );
  for (const block of document.querySelectorAll<HTMLElement>("[data-live]")) seen.observe(block);
}

async function readIntegrations(): Promise<IntegrationView[]> {
  // Not by setup-calls.ts, which has all that a setup asks.
  return (await readAnswer<{ integrations: IntegrationView[] }>(await callHub("/api/integrations"))).integrations;
}

async function fillBlock(block: HTMLElement): Promise<void> {
  const { live, integration = "" } = block.dataset;
  const says = block.querySelector<HTMLElement>("[data-live-says]");
  const views = await (reading ??= readIntegrations()).catch(() => []);
  if (!says) return;
  const own = views.filter(({ connection }) => connection);
  const view = own.find(({ id }) => id === integration);
  if (live === "trace") {
    const begun = own.filter(({ connection }) => connection?.state !== "new");
    if (begun.length > 0) bring(import("./trace-block.tsx"), ({ showTrace }) => showTrace(says, begun));
  } else if (live === "setup") {
    if (view) bring(import("./setup-block.ts"), ({ fillSetup }) => fillSetup(says, view));
  } else if (view?.connection?.check) {
    bring(import("./check-block.ts"), ({ fillCheck }) => fillCheck(says, view));
  } else bring(import("./vendor-block.ts"), ({ fillVendor }) => fillVendor(says, integration));
}
