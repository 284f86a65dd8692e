import type { IntegrationView } from "#server/features/integrations/integrations.schema.ts";
import { make, makeLink } from "../dom.ts";
import { fillCheck, fillVendor, sayLine } from "./check-block.ts";
import { sayIntegration } from "./say-state.ts";
import { listIntegrations } from "./setup-calls.ts";

/** One reading for all blocks of a page. Without an answer, what stands in the article stays. */
let reading: Promise<IntegrationView[]> | undefined;

export async function fillBlock(block: HTMLElement): Promise<void> {
  const { live, integration } = block.dataset;
  const says = block.querySelector<HTMLElement>("[data-live-says]");
  const views = await (reading ??= listIntegrations()).catch(() => []);
  if (!says) return;
  if (live === "trace") {
    const own = views.filter(({ connection }) => connection && connection.state !== "new");
    if (own.length === 0) return;
    const { showTrace } = await import("./trace-block.tsx");
    return showTrace(says, own);
  }
  const view = views.find(({ id }) => id === integration);
  if (live === "check") {
    if (view?.connection?.check) return fillCheck(says, view);
    if (integration) return fillVendor(says, integration);
  }
  if (live === "setup" && view?.connection) fillSetup(says, view);
}

function fillSetup(says: HTMLElement, view: IntegrationView): void {
  const said = sayIntegration(view);
  says.replaceChildren(sayLine(said, said.says), make("p", "acts", makeLink(`/setup/${view.id}/`, said.go, "btn sm")));
}
