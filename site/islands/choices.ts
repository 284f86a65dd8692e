/** What was chosen on a page that has to be loaded anew before it counts: see say-away.ts. */
import { keep, recall } from "./store.ts";

const CHOICES = "handrail.choices";
type Field = HTMLInputElement | HTMLTextAreaElement;
type Kept = { at: string; chosen: [name: string, value: string][] };

/** Steps that show their verdict have been counted. */
const WAITING =
  "[data-step]:not([data-state=done], [data-state=failed]) [data-judge] :checked, [data-feedback] :is(:checked, textarea, [type=email])";
let tookUp = false;

/** Once: a page that came anew and lacks the same would do so without end. @throws Error then. */
export function keepAndReload(): void {
  if (tookUp) throw new Error("loaded anew already");
  const fields = [...document.querySelectorAll<Field>(WAITING)];
  keep("tab", CHOICES, { at: location.href, chosen: fields.map(({ name, value }) => [name, value]) } satisfies Kept);
  location.reload();
}

/** Chooses again what was chosen before the page was loaded anew. */
export function takeUpChoices(): void {
  const kept = recall<Kept>("tab", CHOICES);
  keep("tab", CHOICES, null);
  if (kept?.at !== location.href) return;
  tookUp = true;
  for (const [name, value] of kept.chosen) takeUp(name, value);
}

function takeUp(name: string, value: string): void {
  // the names are those of an article's own fields
  for (const field of document.getElementsByName(name) as NodeListOf<Field>)
    if (field.type !== "radio") field.value = value;
    else if (field.value === value) {
      (field as HTMLInputElement).checked = true;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
}
