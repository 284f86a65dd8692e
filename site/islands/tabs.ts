import { keep, recall } from "./store.ts";

const CRM = "handrail.crm";
const OTHERS = "handrail.tabs";
const MOST = 20;

/** A choice in one block of tabs holds for every block that has it, here and on the next page: one CRM, and whatever else. */
export function rememberTabs(): void {
  const crm = recall<string>("device", CRM);
  // the latest last: it counts where a block has several
  for (const value of [...recallOthers().toReversed(), ...(crm ? [crm] : [])]) choose(value);
  document.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.closest("[data-tabs]")) return;
    const { value } = target;
    if (target.dataset["integration"]) keep("device", CRM, value);
    else keep("device", OTHERS, [value, ...recallOthers().filter((other) => other !== value)].slice(0, MOST));
    choose(value);
  });
}

const recallOthers = (): string[] => recall<string[]>("device", OTHERS) ?? [];

function choose(value: string): void {
  for (const radio of document.querySelectorAll<HTMLInputElement>("[data-tabs] input[type=radio]"))
    if (radio.value === value) radio.checked = true;
}
