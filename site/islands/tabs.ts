import { keep, recall } from "./store.ts";

const KEY = "handrail.crm";

/** A choice in one block of tabs holds for every block that has it, here and on the next page. */
export function rememberTabs(): void {
  const choose = (value: string): void => {
    for (const radio of document.querySelectorAll<HTMLInputElement>("[data-tabs] input[type=radio]")) {
      if (radio.value === value) radio.checked = true;
    }
  };
  const kept = recall<string>("device", KEY);
  if (kept) choose(kept);
  document.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.closest("[data-tabs]")) return;
    keep("device", KEY, target.value);
    choose(target.value);
  });
}
