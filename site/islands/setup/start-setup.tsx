import { draw } from "../draw.ts";
import type { IntegrationId } from "#content/schema.ts";
import { SetupList } from "./setup-list.tsx";
import { SetupPage } from "./setup-page.tsx";
import { followHash, loadSetup } from "./setup-state.ts";

/** Replaces what stands on `/setup/` and `/setup/<integration>/` without script. */
export function startSetup(): void {
  const mount = document.querySelector<HTMLElement>("[data-setup]");
  if (!mount) return;
  const id = mount.dataset["setup"] as IntegrationId | ""; // the page was built for an integration of hub.yaml
  mount.replaceChildren();
  if (!id) return draw(<SetupList />, mount);
  followHash();
  void loadSetup(id);
  draw(<SetupPage id={id} article={mount.dataset["article"] ?? null} />, mount);
}
