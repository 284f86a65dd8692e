import type { IntegrationView } from "#server/features/integrations/integrations.schema.ts";
import { here, make, makeLink } from "../dom.ts";
import { makeStateLine } from "./make-state-line.ts";
import { sayIntegration } from "./say-state.ts";

/** How far the reader's own setup is, and the way back into it. */
export function fillSetup(says: HTMLElement, view: IntegrationView): void {
  const said = sayIntegration(view, true);
  says.replaceChildren(
    makeStateLine(said, said.says),
    make("p", "acts", makeLink(here(`/setup/${view.id}/`), said.go, "btn sm")),
  );
}
