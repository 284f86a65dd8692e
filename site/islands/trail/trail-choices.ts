import { announce } from "../announce.ts";
import { make, makeButton, makeLink } from "../dom.ts";
import { clearTrail, keepTrailOnDevice } from "./change-trail.ts";
import { isKeptOnDevice } from "./trail.ts";

/** Where the trail is kept, and what can be done with all of it. */
export function makeChoices(...more: HTMLElement[]): HTMLElement {
  const kept = isKeptOnDevice();
  const says = make("span", "", sayWhere(kept));
  const keep = async (): Promise<void> => {
    const done = await keepTrailOnDevice(!kept);
    if (!done) says.textContent = "This browser lets no page keep anything. It stays in this tab. ";
    announce(done ? sayWhere(!kept) : (says.textContent ?? ""));
  };
  return make(
    "p",
    "small trail-choices",
    says,
    makeButton(kept ? "Do not keep it" : "Keep on this device", "text-btn", () => void keep()),
    " ",
    makeButton("Clear", "text-btn", () => void clearTrail().then(() => announce("Your trail is cleared."))),
    " ",
    makeLink("/contact/", "Send it to a person"),
    ...more,
  );
}

const sayWhere = (kept: boolean): string =>
  kept ? "Stays on this device for 14 days, or until you clear it. " : "Stays in this tab until you close it. ";
